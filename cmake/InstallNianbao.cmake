# Install rules: headers, library, CMake package, pkg-config file, fonts.
include(CMakePackageConfigHelpers)
set(NIANBAO_CMAKE_DIR "${CMAKE_INSTALL_LIBDIR}/cmake/nianbao")
install(TARGETS nianbao EXPORT nianbaoTargets)
install(DIRECTORY include/nianbao DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" FILES_MATCHING PATTERN "*.hpp")
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/include/nianbao/version.hpp" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/nianbao")
install(EXPORT nianbaoTargets NAMESPACE nianbao:: DESTINATION "${NIANBAO_CMAKE_DIR}")
export(EXPORT nianbaoTargets NAMESPACE nianbao:: FILE "${CMAKE_CURRENT_BINARY_DIR}/nianbaoTargets.cmake")
configure_package_config_file(cmake/nianbaoConfig.cmake.in "${CMAKE_CURRENT_BINARY_DIR}/nianbaoConfig.cmake"
  INSTALL_DESTINATION "${NIANBAO_CMAKE_DIR}")
write_basic_package_version_file("${CMAKE_CURRENT_BINARY_DIR}/nianbaoConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/nianbaoConfig.cmake" "${CMAKE_CURRENT_BINARY_DIR}/nianbaoConfigVersion.cmake"
  cmake/FindHPDF.cmake cmake/FindHyphen.cmake DESTINATION "${NIANBAO_CMAKE_DIR}")
configure_file(cmake/nianbao.pc.in "${CMAKE_CURRENT_BINARY_DIR}/nianbao.pc" @ONLY)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/nianbao.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
if(NIANBAO_INSTALL_FONTS)
  install(DIRECTORY fonts/ DESTINATION "${CMAKE_INSTALL_DATADIR}/nianbao/fonts"
    PATTERN "*.py" EXCLUDE)
endif()
install(FILES LICENSE NOTICE.md DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/nianbao")
