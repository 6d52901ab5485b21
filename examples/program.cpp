// The command line of a schema: `program gen|load|explain|graph`, for example `program graph --format
// mermaid`.
#include <synth/program/program.hpp>

#include "shop.hpp"

int main(int argc, char** argv) { return synth::program<shop::schema>(argc, argv); }
