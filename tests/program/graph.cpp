// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <string>

#include <doctest/doctest.h>

#include <synth/program/graph.hpp>

#include "outside.hpp"
#include "shop.hpp"

namespace hostile {

struct parent {
    std::int64_t id{};
};
struct child {
    std::int64_t id{};
    std::int64_t parent_id{};
};

} // namespace hostile

template<>
inline constexpr auto synth::table<hostile::parent> =
    synth::describe<hostile::parent>(synth::named("a\"]; <b>&\n--> t1"));
template<>
inline constexpr auto synth::table<hostile::child> =
    synth::describe<hostile::child>(synth::references<&hostile::child::parent_id, &hostile::parent::id>(),
                                    synth::column<&hostile::child::parent_id>(synth::named("x\">|")));

namespace {

const synth::catalog_view evil = synth::catalog_of<synth::schema<hostile::parent, hostile::child>>.view();

} // namespace

TEST_CASE("a graph has a node for each table and an edge for each reference") {
    const std::string dot = synth::graph_dot(shop::described().catalog());
    CHECK(dot.find("<b>sales.orders</b>") != std::string::npos);
    CHECK(dot.find("<u>order_id</u>") != std::string::npos);
    CHECK(dot.find("t2 -> t1 [label=<customer_id>];") != std::string::npos);
    CHECK(synth::graph_mermaid(shop::described().catalog()) == "flowchart LR\n"
                                                               "    t0[\"line\"]\n"
                                                               "    t1[\"customer\"]\n"
                                                               "    t2[\"sales.orders\"]\n"
                                                               "    t0 -- \"order_id\" --> t2\n"
                                                               "    t2 -- \"customer_id\" --> t1\n");
}

TEST_CASE("a hostile name stays a name") {
    const std::string dot = synth::graph_dot(evil);
    CHECK(dot.find("<b>a&quot;]; &lt;b&gt;&amp;\\x0a--&gt; t1</b>") != std::string::npos);
    CHECK(dot.find("t1 -> t0 [label=<x&quot;&gt;|>];") != std::string::npos);
    const std::string mermaid = synth::graph_mermaid(evil);
    CHECK(mermaid.find("t0[\"a#34;#93;#59; #60;b#62;#38;#92;x0a#45;#45;#62; t1\"]") != std::string::npos);
    CHECK(mermaid.find("t1 -- \"x#34;#62;#124;\" --> t0") != std::string::npos);
}

TEST_CASE("a table that is filled outside says so") {
    const std::string dot = synth::graph_dot(outside::described().catalog());
    CHECK(dot.find("<td bgcolor=\"white\"><b>city</b><br/>filled outside</td>") != std::string::npos);
    CHECK(dot.find("<td bgcolor=\"lightgray\"><b>line</b></td>") != std::string::npos);
    const std::string mermaid = synth::graph_mermaid(outside::described().catalog());
    CHECK(mermaid.find("    t2[\"city<br/>filled outside\"]\n") != std::string::npos);
    CHECK(mermaid.find("    t4[\"line\"]\n") != std::string::npos);
}
