# Compiles SOURCE twice: with SYNTH_REJECT=0 it must compile; with SYNTH_REJECT=1 it must fail in LIMIT seconds, with
# at most MAX_ERRORS errors, one of them the text of its line "// rejects: <text>". The output must also hold the text
# of every line "// shows: <text>": the names that the message carries as template arguments.
cmake_minimum_required(VERSION 3.25)

file(STRINGS ${SOURCE} expected REGEX "^// rejects: " LIMIT_COUNT 1)
string(REGEX REPLACE "^// rejects: " "" expected "${expected}")
string(REPLACE "\\;" ";" expected "${expected}") # file(STRINGS) makes a list of one
if(expected STREQUAL "")
    message(FATAL_ERROR "${SOURCE} has no line '// rejects: ...'")
endif()

foreach(reject IN ITEMS 0 1)
    execute_process(
        COMMAND ${COMPILER} -std=c++20 -fsyntax-only ${FLAGS} -DSYNTH_REJECT=${reject} ${SOURCE}
        RESULT_VARIABLE result ERROR_VARIABLE output TIMEOUT ${LIMIT})
    if(NOT result MATCHES "^[0-9]+$")
        message(FATAL_ERROR "the compiler stopped: ${result}")
    elseif(reject EQUAL 0 AND NOT result EQUAL 0)
        message(FATAL_ERROR "the accepted form does not compile:\n${output}")
    elseif(reject EQUAL 1 AND result EQUAL 0)
        message(FATAL_ERROR "the rejected form compiles")
    endif()
endforeach()

string(FIND "${output}" ": ${expected}" found)
string(REGEX MATCHALL "error: " errors "${output}")
list(LENGTH errors count)
if(found EQUAL -1 OR count GREATER MAX_ERRORS)
    message(FATAL_ERROR "expected at most ${MAX_ERRORS} errors with '${expected}', got ${count}:\n${output}")
endif()

file(STRINGS ${SOURCE} shows REGEX "^// shows: ")
foreach(line IN LISTS shows)
    string(REGEX REPLACE "^// shows: " "" text "${line}")
    string(FIND "${output}" "${text}" found)
    if(found EQUAL -1)
        message(FATAL_ERROR "the message does not show '${text}':\n${output}")
    endif()
endforeach()
