# Fails when a compile-time message is not explained or not tested: every text "synth: ..." of a static_assert in
# include/ must stand in docs/limits.md and in the "// rejects:" line of a program in tests/rejected.
#   cmake -D SOURCE_DIR=<project> -P check_messages.cmake
cmake_minimum_required(VERSION 3.25)

set(complaints 0)
macro(complain text)
    message("${text}") # as a notice: an error would be wrapped
    math(EXPR complaints "${complaints} + 1")
endmacro()

# Reads a file with the characters that CMake lists are made of replaced.
function(read_text file result)
    file(READ ${file} text)
    string(ASCII 1 semicolon)
    string(ASCII 2 open)
    string(ASCII 3 close)
    string(REPLACE ";" "${semicolon}" text "${text}")
    string(REPLACE "[" "${open}" text "${text}")
    string(REPLACE "]" "${close}" text "${text}")
    set(${result} "${text}" PARENT_SCOPE)
endfunction()

set(limits)
if(EXISTS ${SOURCE_DIR}/docs/limits.md)
    read_text(${SOURCE_DIR}/docs/limits.md limits)
endif()
set(rejected)
file(GLOB sources ${SOURCE_DIR}/tests/rejected/*.cpp)
foreach(source IN LISTS sources)
    read_text(${source} text)
    string(APPEND rejected "${text}")
endforeach()

string(ASCII 1 semicolon)
string(ASCII 4 assert)
file(GLOB_RECURSE headers RELATIVE ${SOURCE_DIR} ${SOURCE_DIR}/include/synth/*.hpp)
foreach(header IN LISTS headers)
    read_text(${SOURCE_DIR}/${header} text)
    string(REGEX REPLACE "\"[ \t]*\n[ \t]*\"" "" text "${text}") # one literal over several lines
    string(REPLACE "static_assert" "${assert}" text "${text}")
    string(REGEX MATCHALL "${assert}[^${assert}]*" segments "${text}")
    foreach(segment IN LISTS segments)
        # The last argument: a text, then `);`. A throw before it means that the text belongs to that.
        if(NOT segment MATCHES "^(.*[^\\])\"(synth: [^\"]*)\"\\)${semicolon}")
            continue()
        endif()
        set(before "${CMAKE_MATCH_1}")
        set(message "${CMAKE_MATCH_2}")
        if(before MATCHES "throw|\"synth: |\n}")
            continue()
        endif()
        string(REPLACE "${semicolon}" ";" shown "${message}")
        string(FIND "${limits}" "${message}" found)
        if(found EQUAL -1)
            complain("${header}: not in docs/limits.md: ${shown}")
        endif()
        string(FIND "${rejected}" "// rejects: ${message}" found)
        # No program of ours can provoke what a message says about an unknown compiler.
        if(found EQUAL -1 AND NOT message MATCHES "^synth: this compiler ")
            complain("${header}: no program in tests/rejected expects: ${shown}")
        endif()
    endforeach()
endforeach()

if(complaints)
    message(FATAL_ERROR "${complaints} complaints")
endif()
