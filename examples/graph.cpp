// The tables of a schema and their references, as Mermaid draws them; `program graph --format dot` is for
// Graphviz.
#include <cstdio>

#include <synth/program/graph.hpp>

#include "shop.hpp"

int main() { std::fputs(synth::graph_mermaid(synth::catalog_of<shop::schema>.view()).c_str(), stdout); }
