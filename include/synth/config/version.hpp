// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_CONFIG_VERSION_HPP
#define SYNTH_CONFIG_VERSION_HPP

// The one place of the version: CMake reads it from here.
#define SYNTH_VERSION_MAJOR 0
#define SYNTH_VERSION_MINOR 1
#define SYNTH_VERSION_PATCH 0

#endif
