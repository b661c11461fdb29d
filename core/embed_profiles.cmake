# SPDX-License-Identifier: Apache-2.0
# Turns the profiles into data that C can include:
#
#   cmake -D PROFILES=core/profiles -D OUTPUT=build/generated/profiles_data.inc -P core/embed_profiles.cmake
#
# One row for each file, in byte order of the names: {"name", name_nbytes, "json", json_nbytes},
cmake_minimum_required(VERSION 3.25)

file(GLOB files "${PROFILES}/*.json")
list(SORT files)
set(rows "")
foreach(file IN LISTS files)
    cmake_path(GET file STEM name)
    string(LENGTH "${name}" name_nbytes)
    file(SIZE "${file}" json_nbytes)
    file(READ "${file}" json)
    # A question mark is escaped too: two of them may begin a trigraph.
    string(REPLACE "\\" "\\\\" json "${json}")
    string(REPLACE "\"" "\\\"" json "${json}")
    string(REPLACE "?" "\\?" json "${json}")
    string(REPLACE "\n" "\\n\"\n    \"" json "${json}")
    string(APPEND rows "{\"${name}\", ${name_nbytes},\n    \"${json}\",\n    ${json_nbytes}},\n")
endforeach()
if(rows STREQUAL "")
    message(FATAL_ERROR "There are no profiles in '${PROFILES}'.")
endif()
file(WRITE "${OUTPUT}" "${rows}")
