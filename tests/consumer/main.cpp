// SPDX-License-Identifier: BSL-1.0
#include <string_view>

#include <synth/synth.hpp>

// The whole library is there, and a constant of it is what it should be.
int main() { return synth::fixed_string{"id"}.view() == std::string_view{"id"} ? 0 : 1; }
