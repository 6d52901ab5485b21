# Fails when two headers define one name in the namespace synth::detail, which is shared by all of them: the second to
# be included would not compile, or would join an overload set that is none of its business.
#   cmake -D INCLUDE_DIR=<include> -P check_private_names.cmake
# It reads the layout of clang-format (source.format holds it): a declaration begins at the first column, what belongs
# to it is indented, and `namespace detail {` ends with `} // namespace detail`.
cmake_minimum_required(VERSION 3.25)

set(complaints 0)
macro(complain text)
    message("${text}") # as a notice: an error would be wrapped
    math(EXPR complaints "${complaints} + 1")
endmacro()

string(ASCII 1 semicolon)

# The name that a declaration introduces; empty for a specialisation, which adds none.
function(find_name declaration result)
    set(${result} "" PARENT_SCOPE)
    set(text "${declaration}")
    string(REGEX REPLACE "(alignas|sizeof\\.\\.\\.|decltype|explicit)\\(([^()]|\\([^()]*\\))*\\)" "" text "${text}")
    set(before)
    while(NOT text STREQUAL before) # template arguments, from the inside
        set(before "${text}")
        string(REGEX REPLACE "<[^<>(){}=${semicolon}]*>" "@" text "${text}")
    endwhile()
    string(REGEX REPLACE "[({=${semicolon}].*| : .*| final .*| requires .*" "" text "${text}")
    # A specialisation ends with its arguments; operators are told apart by their operands.
    if(text MATCHES "([A-Za-z_0-9]+) *$" AND NOT CMAKE_MATCH_1 STREQUAL operator)
        set(${result} ${CMAKE_MATCH_1} PARENT_SCOPE)
    endif()
endfunction()

file(GLOB_RECURSE headers RELATIVE ${INCLUDE_DIR} ${INCLUDE_DIR}/synth/*.hpp)
foreach(header IN LISTS headers)
    file(READ ${INCLUDE_DIR}/${header} text)
    # What CMake lists are made of, texts and preprocessor lines.
    string(REGEX REPLACE "\"([^\"\\\n]|\\\\.)*\"" "\"\"" text "${text}")
    string(REGEX REPLACE "'([^'\\\n]|\\\\.)'" "''" text "${text}")
    string(REPLACE ";" "${semicolon}" text "${text}")
    string(REPLACE "} // namespace detail" "@end" text "${text}")
    string(REPLACE "} // namespace synth::detail" "@end" text "${text}")
    string(REGEX REPLACE "//[^\n]*" "" text "${text}")
    string(REGEX REPLACE "\n#[^\n]*" "" text "\n${text}")
    string(REGEX REPLACE "\\[\\[[^]]*\\]\\] *" "" text "${text}")

    while(text MATCHES "\nnamespace (synth::)?detail {\n")
        string(FIND "${text}" "${CMAKE_MATCH_0}" start)
        string(SUBSTRING "${text}" ${start} -1 text)
        string(FIND "${text}" "@end" end)
        if(end EQUAL -1)
            complain("${header}: namespace detail must end with `} // namespace detail`")
            break()
        endif()
        string(SUBSTRING "${text}" 0 ${end} block)
        string(SUBSTRING "${text}" ${end} -1 text)
        string(REGEX REPLACE "\n[ \t]+" " " block "${block}") # one line a declaration
        string(REPLACE "[" "(" block "${block}")
        string(REPLACE "]" ")" block "${block}")
        string(REPLACE "\n" ";" lines "${block}")
        foreach(line IN LISTS lines)
            if(line MATCHES "^( |namespace|template<|}|static_assert|public:|private:|$)")
                continue()
            endif()
            find_name("${line}" name)
            if(name)
                if(DEFINED home_${name} AND NOT home_${name} STREQUAL header)
                    complain("${header}: detail::${name} is defined in ${home_${name}} too; give one another name")
                else()
                    set(home_${name} ${header})
                endif()
                if(SHOW_NAMES) # to see what is read
                    message("${header} ${name}")
                endif()
            endif()
        endforeach()
    endwhile()
endforeach()

if(complaints)
    message(FATAL_ERROR "${complaints} complaints")
endif()
