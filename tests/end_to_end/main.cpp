// SPDX-License-Identifier: BSL-1.0
// The program of an introspected schema, as docs/program.md has it.
#include END_TO_END_HEADER
#include <synth/program/program.hpp>

int main(int argc, char** argv) { return synth::program<END_TO_END_NAMESPACE::schema>(argc, argv); }
