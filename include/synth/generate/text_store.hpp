// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_TEXT_STORE_HPP
#define SYNTH_GENERATE_TEXT_STORE_HPP

#include <cstddef>
#include <forward_list>
#include <span>
#include <string>
#include <string_view>

#include <synth/core/lazy_type.hpp>
#include <synth/generate/evaluation.hpp>
#include <synth/generate/possible_value.hpp>
#include <synth/generate/text_functions.hpp>
#include <synth/generate/text_of.hpp>
#include <synth/schema/expression_node.hpp>

namespace synth {

/// The texts that evaluations calculate, until it is cleared. A template so that only files with such checks
/// pay for it.
template<typename Lazy>
class basic_text_store {
public:
    basic_text_store() = default;
    basic_text_store(const basic_text_store&) = delete; // sources point to it
    basic_text_store& operator=(const basic_text_store&) = delete;

    [[nodiscard]] text_source source() {
        return {[](void* self, const expression_node& node, const possible_value& left,
                   const possible_value& right) {
                    auto& texts = static_cast<basic_text_store*>(self)->texts_;
                    texts.push_front(made(node, left, right));
                    return std::string_view{texts.front()};
                },
                this};
    }

    void clear() { texts_.clear(); }

private:
    [[nodiscard]] static std::string made(const expression_node& node, const possible_value& left,
                                          const possible_value& right) {
        switch (node.what) {
        case operation::as_text:
            return digits(left.low, (&node - 1)->scale);
        case operation::pad_zeros:
            return padded(in_its_letters(left), static_cast<std::size_t>(right.low < 0 ? 0 : right.low));
        default:
            return in_its_letters(left) + in_its_letters(right);
        }
    }

    // Of a number with digits behind the point SQL writes all.
    [[nodiscard]] static std::string digits(int128 units, std::size_t scale) {
        std::string text = detail::text_of_units(units < 0 ? -units : units, 0);
        if (scale > 0) {
            text.insert(0, scale < text.size() ? 0 : scale + 1 - text.size(), '0');
            text.insert(text.size() - scale, 1, '.');
        }
        return units < 0 ? '-' + text : text;
    }

    [[nodiscard]] static std::string padded(const std::string& text, std::size_t width) {
        const auto length = static_cast<std::size_t>(detail::length_of(text, false));
        if (length <= width) {
            return std::string(width - length, '0') + text;
        }
        return std::string{detail::first_characters(text, width)};
    }

    detail::lazily<std::forward_list<std::string>, Lazy> texts_;
};

/// In place of it where nothing calculates texts.
struct no_text_store {
    [[nodiscard]] static text_source source() { return {}; }
    static void clear() {}
};

/// Whether a node makes a text of others or of a number.
[[nodiscard]] constexpr bool calculates_text(std::span<const expression_node> nodes) {
    bool found = false;
    for (const expression_node& node : nodes) {
        found = found || (node.what >= operation::append && node.what <= operation::pad_zeros);
    }
    return found;
}

/// Whether a node asks for a text that begins with another one.
[[nodiscard]] constexpr bool begins_text(std::span<const expression_node> nodes) {
    bool found = false;
    for (const expression_node& node : nodes) {
        found = found || node.what == operation::starts_with;
    }
    return found;
}

/// Whether a node asks for a text that other columns say, `a = b` and `code = kind || '-' || number`, all of
/// it or its beginning.
[[nodiscard]] constexpr bool copies_text(std::span<const expression_node> nodes) {
    bool found = begins_text(nodes);
    for (std::size_t index = 2; index < nodes.size(); ++index) {
        if (nodes[index].what == operation::equal || nodes[index].what == operation::is_distinct) {
            const expression_node& right = nodes[index - 1];
            const expression_node& left = nodes[index - 1 - right.size];
            found = found || (left.kind == value_kind::text && right.kind == value_kind::text &&
                              left.what != operation::constant && right.what != operation::constant);
        }
    }
    return found;
}

} // namespace synth

#endif
