# Fails when a C++ file is not as clang-format 19 writes it. Another version formats otherwise, so without this one the
# check is skipped, aloud; in CI (CI=true) that is a failure.   cmake -D SOURCE_DIR=<project> -P check_format.cmake
cmake_minimum_required(VERSION 3.25)

find_program(clang_format clang-format-19)
if(NOT clang_format)
    if("$ENV{CI}" STREQUAL "true")
        message(FATAL_ERROR "clang-format-19 is not installed")
    endif()
    message("SKIPPED: clang-format-19 is not installed")
    return()
endif()

# What git knows or could know; a source archive without git has every file.
execute_process(
    COMMAND git ls-files --cached --others --exclude-standard -- *.hpp *.cpp
    WORKING_DIRECTORY ${SOURCE_DIR} OUTPUT_VARIABLE files RESULT_VARIABLE result ERROR_QUIET)
if(result EQUAL 0)
    string(REGEX REPLACE "\n" ";" files "${files}")
else()
    file(GLOB_RECURSE files RELATIVE ${SOURCE_DIR} ${SOURCE_DIR}/include/*.hpp ${SOURCE_DIR}/tests/*.cpp
        ${SOURCE_DIR}/tests/*.hpp ${SOURCE_DIR}/tools/*.cpp ${SOURCE_DIR}/tools/*.hpp ${SOURCE_DIR}/examples/*.cpp
        ${SOURCE_DIR}/bench/*.cpp)
endif()
set(existing)
foreach(file IN LISTS files)
    if(file AND EXISTS ${SOURCE_DIR}/${file})
        list(APPEND existing ${file})
    endif()
endforeach()
if(NOT existing)
    message(FATAL_ERROR "no file to check")
endif()
execute_process(
    COMMAND ${clang_format} --dry-run -Werror ${existing}
    WORKING_DIRECTORY ${SOURCE_DIR} RESULT_VARIABLE result ERROR_VARIABLE output)
if(NOT result EQUAL 0)
    string(REGEX MATCHALL "[^\n]+: error: code should be clang-formatted" lines "${output}")
    string(REGEX REPLACE ":[0-9]+:[0-9]+: error: code should be clang-formatted" "" lines "${lines}")
    list(REMOVE_DUPLICATES lines)
    list(JOIN lines "\n  " lines)
    message("run clang-format-19 -i on:\n  ${lines}")
    message(FATAL_ERROR "not formatted")
endif()
