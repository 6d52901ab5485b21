# synth_introspect(<target> SOURCE <file or URL> OUTPUT <header> [SCHEMAS <name>...] [NAMESPACE <name>]
#                  [INCLUDE <glob>...] [EXCLUDE <glob>...] [EXISTING <glob>...])
#
# Writes the header that describes a database as a step of the build of <target>, and lets the target include it by
# its file name. OUTPUT is relative to the current binary directory. An SQLite file is read again when it changes;
# a server is asked at each build, since nothing tells when its tables change. A header that stays the same keeps
# its time, so nothing is compiled again.
# A password belongs into PGPASSWORD, PGSERVICEFILE or ~/.pgpass: SOURCE is written into the build files.
function(synth_introspect target)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "SOURCE;OUTPUT;NAMESPACE" "SCHEMAS;INCLUDE;EXCLUDE;EXISTING")
    if(NOT TARGET "${target}")
        message(FATAL_ERROR "synth_introspect: there is no target ${target}; call it after add_executable or add_library")
    elseif(NOT arg_SOURCE OR NOT arg_OUTPUT)
        message(FATAL_ERROR "synth_introspect: write SOURCE <file or URL> and OUTPUT <header>")
    elseif(arg_UNPARSED_ARGUMENTS OR arg_KEYWORDS_MISSING_VALUES)
        message(FATAL_ERROR "synth_introspect: what is ${arg_UNPARSED_ARGUMENTS}${arg_KEYWORDS_MISSING_VALUES}?")
    endif()

    # The program of this build, of the installed package, or on the path.
    if(TARGET synth-introspect)
        set(program synth-introspect)
    elseif(TARGET synth::synth-introspect)
        set(program synth::synth-introspect)
    else()
        find_program(SYNTH_INTROSPECT_PROGRAM synth-introspect)
        if(NOT SYNTH_INTROSPECT_PROGRAM)
            message(FATAL_ERROR "synth_introspect: synth-introspect is not found; install synth or set "
                                "SYNTH_INTROSPECT_PROGRAM to its path")
        endif()
        set(program ${SYNTH_INTROSPECT_PROGRAM})
    endif()

    cmake_path(ABSOLUTE_PATH arg_OUTPUT BASE_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR} NORMALIZE OUTPUT_VARIABLE header)
    cmake_path(GET header PARENT_PATH folder)
    cmake_path(GET header FILENAME name)
    string(MAKE_C_IDENTIFIER "synth_introspect_${target}_${name}" step)
    set(source ${arg_SOURCE})
    set(server FALSE)
    if(source MATCHES "^postgres(ql)?://" OR source MATCHES "^[a-z_]+=")
        set(server TRUE)
    else()
        string(REGEX REPLACE "^sqlite:" "" source "${source}")
        cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR} NORMALIZE)
    endif()

    set(options --output ${header})
    if(arg_NAMESPACE)
        list(APPEND options --namespace ${arg_NAMESPACE})
    endif()
    foreach(kind IN ITEMS SCHEMAS INCLUDE EXCLUDE EXISTING)
        string(TOLOWER ${kind} option)
        string(REGEX REPLACE "s$" "" option ${option})
        foreach(value IN LISTS arg_${kind})
            list(APPEND options --${option} ${value})
        endforeach()
    endforeach()

    file(MAKE_DIRECTORY ${folder})
    if(server)
        add_custom_target(${step}
            COMMAND ${program} ${source} ${options}
            BYPRODUCTS ${header} COMMENT "Introspecting into ${name}" VERBATIM)
    else()
        # The stamp is newer than the file even where the header, unchanged, is not.
        set(stamp ${CMAKE_CURRENT_BINARY_DIR}/CMakeFiles/${step}.stamp)
        add_custom_command(OUTPUT ${stamp} BYPRODUCTS ${header}
            COMMAND ${program} ${source} ${options} COMMAND ${CMAKE_COMMAND} -E touch ${stamp}
            DEPENDS ${source} ${program} COMMENT "Introspecting into ${name}" VERBATIM)
        add_custom_target(${step} DEPENDS ${stamp})
    endif()
    add_dependencies(${target} ${step})
    target_include_directories(${target} PRIVATE ${folder})
endfunction()
