// SPDX-License-Identifier: BSL-1.0
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include <synth/generate/pattern_syntax.hpp>

#include "law_test.hpp"

using namespace synth::detail;
using law_test::refusal_by;

TEST_CASE("a LIKE pattern is a sequence of letters and gaps") {
    const parsed_pattern parsed = parse_like("a%\\%_", false);
    const pattern_tree& tree = parsed.tree;
    const pattern_node& root = tree[parsed.root];
    CHECK(root.what == pattern_node::kind::sequence);
    const pattern_node& any = tree[root.last_child];
    CHECK(any.letters == 0);
    const pattern_node& percent = tree[any.previous];
    CHECK(tree.set(percent.letters, false) == letter_set{'%'});
    const pattern_node& gap = tree[percent.previous];
    CHECK(gap.what == pattern_node::kind::repeat);
    CHECK(gap.most == pattern_node::unlimited);
    CHECK(tree.set(tree[gap.previous].letters, false) == letter_set{'a'});
    CHECK(tree.mentioned() == letter_set{{{'a', 'a'}, {'%', '%'}}});
}

TEST_CASE("ILIKE takes both cases and prefers the small one") {
    const parsed_pattern parsed = parse_like("Q", true);
    const auto set = parsed.tree[parsed.tree[parsed.root].last_child].letters;
    CHECK(parsed.tree.set(set, false) == letter_set{{{'q', 'q'}, {'Q', 'Q'}}});
    CHECK(parsed.tree.set(set, true) == letter_set{'q'});
}

TEST_CASE("a LIKE pattern that is not one is refused") {
    CHECK(refusal_by([] { return parse_like("50\\", false); }) ==
          "synth: the LIKE pattern '50\\' ends with its escape character; give the column a generator of its "
          "own");
    CHECK(refusal_by([] { return parse_like("\xff", false); }).find("is not valid UTF-8") !=
          std::string::npos);
    CHECK(!refusal_by([] { return parse_like(std::string_view{"a\0", 2}, false); }).empty());
}

TEST_CASE("a message shows the beginning of a long pattern") {
    const std::string message = pattern_refusal("the text", std::string(1'000'000, 'x'), "is long").what();
    CHECK(message.size() < 250);
    CHECK(message.find("xxx...' is long") != std::string::npos);
}

TEST_CASE("a tree has an end") {
    CHECK(refusal_by([] { return parse_like(std::string(20'001, '_'), false); }) ==
          "synth: a pattern has more than 20000 parts; give the column a generator of its own");
}
