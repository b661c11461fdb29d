# SPDX-License-Identifier: Apache-2.0
# Turns the table of the command line into tables that C can include:
#
#   cmake -D TABLE=core/command/commands.json -D LIMITS=core/src/base/limits.h -D OUTPUT=commands_table.inc
#       -P core/embed_commands.cmake
#
# Out come three lists of rows, COMMAND_TABLE, OPTION_TABLE and EXIT_TABLE, the complaints as COMPLAINT_NAME and the help as
# HELP_TEXT. js/src/command/help.js lays the help out by the same rule; a test holds both to the same bytes.
cmake_minimum_required(VERSION 3.25)

file(READ "${TABLE}" table)
file(READ "${LIMITS}" limits)

# {SY_NAME} in a text is the number that limits.h gives that name.
while(table MATCHES "{(SY_[A-Z_]+)}")
    set(name "${CMAKE_MATCH_1}")
    if(NOT limits MATCHES "#define ${name} ([^\n/]+)")
        message(FATAL_ERROR "${TABLE} names ${name}, which ${LIMITS} does not.")
    endif()
    string(REGEX REPLACE "([0-9])u" "\\1" expression "${CMAKE_MATCH_1}")
    math(EXPR number "${expression}")
    string(REPLACE "{${name}}" "${number}" table "${table}")
endwhile()

# A member as a text, empty where there is none.
function(get out row)
    string(JSON value ERROR_VARIABLE missing GET "${row}" ${ARGN})
    if(missing)
        set(value "")
    endif()
    set(${out} "${value}" PARENT_SCOPE)
endfunction()

# A text between the quotes of C; a question mark is escaped too: two of them may begin a trigraph.
function(quote out text)
    string(REPLACE "\\" "\\\\" text "${text}")
    string(REPLACE "\"" "\\\"" text "${text}")
    string(REPLACE "?" "\\?" text "${text}")
    string(REPLACE "\n" "\\n\"\n    \"" text "${text}")
    set(${out} "\"${text}\"" PARENT_SCOPE)
endfunction()

# A name as constants of C have it.
function(constant out text)
    string(TOUPPER "${text}" text)
    string(REPLACE "-" "_" text "${text}")
    set(${out} "${text}" PARENT_SCOPE)
endfunction()

# The layout: two spaces, the term, the text from a column on; below the term where that reaches the column.
function(lay_out out term text column)
    string(LENGTH "  ${term} " nbytes)
    set(line "  ${term}")
    if(nbytes GREATER column)
        string(APPEND line "\n")
        set(nbytes 1)
    endif()
    math(EXPR gap "${column} - ${nbytes} + 1")
    string(REPEAT " " ${gap} spaces)
    set(${out} "${line}${spaces}${text}\n" PARENT_SCOPE)
endfunction()

# For each row of a list `visit` is called; `row` is its JSON.
macro(each_row list visit)
    string(JSON count LENGTH "${table}" ${list} rows)
    math(EXPR last "${count} - 1")
    foreach(index RANGE ${last})
        string(JSON row GET "${table}" ${list} rows ${index})
        cmake_language(CALL ${visit})
    endforeach()
endmacro()

get(usage "${table}" usage)
get(about "${table}" about)
get(commands_title "${table}" commands title)
get(commands_column "${table}" commands column)
get(note "${table}" commands note)
get(options_title "${table}" options title)
get(options_column "${table}" options column)
get(exits_title "${table}" exits title)
get(exits_width "${table}" exits width)

set(help "${usage}\n\n${about}\n\n${commands_title}\n")
set(commands "")
macro(add_command)
    foreach(member name operands min max complaint readsBodies help)
        get(${member}_of "${row}" ${member})
    endforeach()
    if(max_of STREQUAL "")
        set(max_of SIZE_MAX)
    endif()
    if(readsBodies_of)
        set(readsBodies_of true)
    else()
        set(readsBodies_of false)
    endif()
    quote(complaint_of "${complaint_of}")
    string(APPEND commands " \\\n    X(${name_of}, ${min_of}, ${max_of}, ${complaint_of}, ${readsBodies_of})")
    lay_out(line "${name_of} ${operands_of}" "${help_of}" ${commands_column})
    string(APPEND help "${line}")
endmacro()
each_row(commands add_command)

string(APPEND help "\n${note}\n\n${options_title}\n")
set(options "")
macro(add_option)
    foreach(member flag alias letter value sets form help)
        get(${member}_of "${row}" ${member})
    endforeach()
    set(term "--${flag_of}")
    set(letter_in_c 0)
    set(alias_in_c NULL)
    set(sets_in_c NULL)
    if(NOT letter_of STREQUAL "")
        set(term "-${letter_of}, ${term}")
        set(letter_in_c "'${letter_of}'")
    endif()
    if(NOT alias_of STREQUAL "")
        string(APPEND term ", --${alias_of}")
        quote(alias_in_c "${alias_of}")
    endif()
    if(NOT value_of STREQUAL "")
        string(APPEND term " ${value_of}")
    endif()
    if(NOT sets_of STREQUAL "")
        quote(sets_in_c "${sets_of}")
    endif()
    constant(flag_in_c "${flag_of}")
    constant(form_in_c "${form_of}")
    string(APPEND options
        " \\\n    X(${flag_in_c}, \"${flag_of}\", ${alias_in_c}, ${letter_in_c}, ${sets_in_c}, FORM_${form_in_c})")
    lay_out(line "${term}" "${help_of}" ${options_column})
    string(APPEND help "${line}")
endmacro()
each_row(options add_option)

# The exit statuses one after the other, on a new line where one would pass the width.
set(exits "")
set(line "${exits_title}")
set(comma "")
macro(add_exit)
    foreach(member name status help)
        get(${member}_of "${row}" ${member})
    endforeach()
    constant(name_of "${name_of}")
    string(APPEND exits " \\\n    X(${name_of}, ${status_of})")
    set(longer "${line}${comma} ${status_of} ${help_of}")
    string(LENGTH "${longer}" nbytes)
    if(nbytes GREATER_EQUAL exits_width)
        string(APPEND help "${line}${comma}\n")
        set(longer "${status_of} ${help_of}")
    endif()
    set(line "${longer}")
    set(comma ",")
endmacro()
string(APPEND help "\n")
each_row(exits add_exit)
string(APPEND help "${line}.\n")

set(complaints "")
string(JSON count LENGTH "${table}" complaints)
math(EXPR last "${count} - 1")
foreach(index RANGE ${last})
    string(JSON name MEMBER "${table}" complaints ${index})
    string(JSON text GET "${table}" complaints "${name}")
    string(REPLACE "%" "%%" text "${text}")
    string(REPLACE "{}" "%.*s" text "${text}")
    quote(text "${text}")
    constant(name "${name}")
    string(APPEND complaints "#define COMPLAINT_${name} ${text}\n")
endforeach()

quote(help "${help}")
string(REPLACE "\n" " \\\n" help "${help}")
file(WRITE "${OUTPUT}" "/* Made from commands.json by embed_commands.cmake. */
/* name, operands at least, at most, complaint, reads bodies */
#define COMMAND_TABLE(X)${commands}

/* name in C, flag, other spelling, letter, option that it sets, form */
#define OPTION_TABLE(X)${options}

/* name in C, status */
#define EXIT_TABLE(X)${exits}

/* Formats: each place takes a length and bytes. */
${complaints}
#define HELP_TEXT \\
    ${help}
")
