// SPDX-License-Identifier: Apache-2.0
// consumer.cpp - the public header is C++ too.
#include <steelyard.h>

int main() {
    return steelyard_profile_count() > 0 ? 0 : 1;
}
