// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_CHECK_PATTERNS_HPP
#define SYNTH_GENERATE_CHECK_PATTERNS_HPP

#include <cstddef>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

#include <synth/core/lazy_type.hpp>
#include <synth/generate/evaluation.hpp>
#include <synth/generate/pattern.hpp>
#include <synth/generate/text_language.hpp>
#include <synth/schema/expression_node.hpp>

namespace synth {

/// Whether a node matches a text with a pattern.
[[nodiscard]] constexpr bool is_pattern(const expression_node& node) {
    return node.what >= operation::like && node.what <= operation::matches_ignoring_case;
}

/// The patterns of some nodes, compiled once, for evaluations: to compile one takes up to milliseconds. The
/// nodes must stay where they are. A template, as patterns are: only files with such checks pay for it.
template<typename Pattern = pattern>
class check_patterns {
public:
    explicit check_patterns(std::span<const expression_node> nodes) {
        for (std::size_t index = 1; index < nodes.size(); ++index) {
            if (is_pattern(nodes[index]) && nodes[index - 1].what == operation::constant) {
                nodes_.push_back(&nodes[index]);
                patterns_.push_back(pattern_of<Pattern>(nodes[index], nodes[index - 1].text));
            }
        }
    }

    /// For evaluations that end before this object does.
    [[nodiscard]] pattern_source source() const {
        return {[](const void* self, const expression_node& node, std::string_view text) {
                    const auto& all = *static_cast<const check_patterns*>(self);
                    return all.patterns_[all.place_of(node)].matches(text);
                },
                this};
    }

    [[nodiscard]] std::size_t size() const { return patterns_.size(); }
    [[nodiscard]] const Pattern& operator[](std::size_t place) const { return patterns_[place]; }
    /// The place of a node's pattern; the size where it has none here.
    [[nodiscard]] std::size_t place_of(const expression_node& node) const {
        std::size_t place = 0;
        while (place < nodes_.size() && nodes_[place] != &node) {
            ++place;
        }
        return place;
    }

private:
    detail::lazy_list<const expression_node*, Pattern> nodes_;
    std::vector<Pattern> patterns_;
};

/// In place of patterns where no node matches any.
struct no_patterns {
    explicit no_patterns(std::span<const expression_node>) {}
    [[nodiscard]] static pattern_source source() { return {}; }
};

/// Whether any of the nodes matches a text with a pattern.
[[nodiscard]] constexpr bool any_pattern(std::span<const expression_node> nodes) {
    bool found = false;
    for (const expression_node& node : nodes) {
        found = found || is_pattern(node);
    }
    return found;
}

/// The patterns of nodes that are known at compile time.
template<const auto& Nodes>
using patterns_of_nodes = std::conditional_t<any_pattern(Nodes), check_patterns<>, no_patterns>;

} // namespace synth

#endif
