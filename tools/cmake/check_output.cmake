# Runs COMMAND and fails unless it ends well and its standard output is the text of the file EXPECTED.
cmake_minimum_required(VERSION 3.25)

execute_process(COMMAND ${COMMAND} OUTPUT_VARIABLE output ERROR_VARIABLE errors RESULT_VARIABLE result)
if(NOT result EQUAL 0)
    message(FATAL_ERROR "exit code ${result}:\n${errors}${output}")
endif()
file(READ ${EXPECTED} expected)
if(NOT output STREQUAL expected)
    message(FATAL_ERROR "printed:\n${output}but ${EXPECTED} has:\n${expected}")
endif()
