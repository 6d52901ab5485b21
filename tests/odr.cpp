// SPDX-License-Identifier: BSL-1.0
// Linked into every test program beside the tests: the library's second translation unit.
#include <synth/synth.hpp>
