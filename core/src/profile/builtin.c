/* SPDX-License-Identifier: Apache-2.0 */
#include "profile/builtin.h"

typedef struct builtin_profile {
    const char *name;
    size_t name_nbytes;
    const char *json;
    size_t json_nbytes;
} builtin_profile;

/* Made from core/profiles by embed_profiles.cmake, in byte order of the names. */
static const builtin_profile profiles[] = {
#include "profiles_data.inc"
};

size_t steelyard_profile_count(void) {
    return sizeof profiles / sizeof profiles[0];
}

steelyard_span steelyard_profile_name(size_t index) {
    if (index >= steelyard_profile_count()) return (steelyard_span){NULL, 0};
    return (steelyard_span){profiles[index].name, profiles[index].name_nbytes};
}

steelyard_span steelyard_profile_json(size_t index) {
    if (index >= steelyard_profile_count()) return (steelyard_span){NULL, 0};
    return (steelyard_span){profiles[index].json, profiles[index].json_nbytes};
}

size_t sy_builtin_find(sy_span name) {
    size_t index = 0;
    while (index < steelyard_profile_count() && !sy_span_equal(steelyard_profile_name(index), name)) index += 1;
    return index;
}
