# SPDX-License-Identifier: Apache-2.0
# Refuses a module that imports anything, as part of building it:
#
#   cmake -D MODULE=steelyard.wasm -P wasm/check_imports.cmake
#
# A module is a header of 8 bytes, then sections: an id, the length in LEB128, the content. Imports have the id 2.
cmake_minimum_required(VERSION 3.25)

file(READ "${MODULE}" bytes HEX)
string(LENGTH "${bytes}" end)

# Reads the byte at `at` (counted in hexadecimal digits) and steps behind it.
macro(read_byte byte_out)
    string(SUBSTRING "${bytes}" ${at} 2 digits)
    math(EXPR ${byte_out} "0x${digits}")
    math(EXPR at "${at} + 2")
endmacro()

set(at 16)
while(at LESS end)
    read_byte(id)
    set(nbytes 0)
    set(shift 0)
    set(byte 128)
    while(byte GREATER_EQUAL 128)
        read_byte(byte)
        math(EXPR nbytes "${nbytes} | ((${byte} & 127) << ${shift})")
        math(EXPR shift "${shift} + 7")
    endwhile()
    if(id EQUAL 2)
        file(STRINGS "${MODULE}" names LENGTH_MINIMUM 3 LIMIT_COUNT 20)
        file(REMOVE "${MODULE}")
        message(FATAL_ERROR "The module imports something; a function is missing. Among: ${names}")
    endif()
    math(EXPR at "${at} + 2 * ${nbytes}")
endwhile()
