# Installs the headers, the package and synth-introspect, and exports the same targets from the build tree, so that
# a project which fetches synth can export its own targets.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(config_dir ${CMAKE_INSTALL_LIBDIR}/cmake/synth)
set(scripts ${CMAKE_CURRENT_LIST_DIR})

install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN "*.hpp")

# One export set for each part, so that the package offers what was built and asks only for what that needs.
install(TARGETS synth EXPORT synth-targets INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
set(parts targets)
if(TARGET synth_program)
    install(TARGETS synth_program EXPORT synth-program)
    list(APPEND parts program)
endif()
if(TARGET synth-introspect)
    install(TARGETS synth-introspect EXPORT synth-introspect RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
    list(APPEND parts introspect)
endif()
foreach(part IN LISTS parts)
    install(EXPORT synth-${part} NAMESPACE synth:: DESTINATION ${config_dir})
    export(EXPORT synth-${part} NAMESPACE synth:: FILE ${PROJECT_BINARY_DIR}/synth-${part}.cmake)
endforeach()

string(REPLACE ";" " " program_packages_list "${program_packages}")
configure_package_config_file(${scripts}/synth-config.cmake.in ${PROJECT_BINARY_DIR}/synth-config.cmake
    INSTALL_DESTINATION ${config_dir})
# The bytes are part of the interface: while the version is 0.x, a minor version may change them.
write_basic_package_version_file(${PROJECT_BINARY_DIR}/synth-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/synth-config.cmake ${PROJECT_BINARY_DIR}/synth-config-version.cmake
    DESTINATION ${config_dir})
if(EXISTS ${scripts}/synth_introspect.cmake)
    install(FILES ${scripts}/synth_introspect.cmake DESTINATION ${config_dir})
    file(COPY_FILE ${scripts}/synth_introspect.cmake ${PROJECT_BINARY_DIR}/synth_introspect.cmake ONLY_IF_DIFFERENT)
endif()
