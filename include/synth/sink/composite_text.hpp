// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SINK_COMPOSITE_TEXT_HPP
#define SYNTH_SINK_COMPOSITE_TEXT_HPP

#include <cstddef>
#include <cstring>
#include <optional>
#include <string_view>
#include <tuple>

#include <synth/schema/column_type.hpp>
#include <synth/sink/form.hpp>

namespace synth {

namespace detail {

// An attribute as PostgreSQL writes it in a row: quoted where it is empty or has a character of the row's own
// syntax.
inline char* write_attribute(char* out, std::string_view text) {
    if (!text.empty() && text.find_first_of("(),\"\\ \t\n\r\v\f") == std::string_view::npos) {
        std::memmove(out, text.data(), text.size());
        return out + text.size();
    }
    *out++ = '"';
    for (const char character : text) {
        if (character == '"' || character == '\\') {
            *out++ = character;
        }
        *out++ = character;
    }
    *out++ = '"';
    return out;
}

} // namespace detail

/// `(12.50,"per kg",)`: the attributes in their order, NULL as nothing. There is no binary form, in which the
/// server wants to be told the number of each attribute's type.
template<fixed_string Type, typename... Attributes>
struct text_form<composite<Type, Attributes...>> {
    using value = composite<Type, Attributes...>;

    static constexpr bool plain = false;
    static constexpr std::size_t fixed_bound = 0;

    static std::size_t bound(const value& row) {
        return std::apply([](const auto&... each) { return (around + ... + (2 * bound_of(each) + around)); },
                          row.attributes);
    }
    static char* write(char* out, const value& row) {
        *out++ = '(';
        std::apply([&out](const auto&... each) { ((out = put(out, each)), ...); }, row.attributes);
        out -= sizeof...(Attributes) == 0 ? 0 : 1; // the last comma becomes the parenthesis
        *out++ = ')';
        return out;
    }

private:
    static constexpr std::size_t around = 4;

    static constexpr std::size_t bound_of(const std::optional<null_attribute>&) { return 0; }
    template<typename Attribute>
    static std::size_t bound_of(const std::optional<Attribute>& attribute) {
        return attribute ? text_form<Attribute>::bound(as_view(*attribute)) : 0;
    }

    static char* put(char* out, const std::optional<null_attribute>&) {
        *out = ',';
        return out + 1;
    }
    template<typename Attribute>
    static char* put(char* out, const std::optional<Attribute>& attribute) {
        if (attribute) {
            // The text is written far enough behind for the quoted copy never to reach it.
            char* const staged = out + text_form<Attribute>::bound(as_view(*attribute)) + 2;
            const char* const end = text_form<Attribute>::write(staged, as_view(*attribute));
            out = detail::write_attribute(out, {staged, static_cast<std::size_t>(end - staged)});
        }
        *out = ',';
        return out + 1;
    }
};

} // namespace synth

#endif
