// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_COMPOSED_HPP
#define SYNTH_SCHEMA_COMPOSED_HPP

#include <cstddef>
#include <tuple>
#include <utility>

#include <synth/core/fixed_string.hpp>
#include <synth/schema/column_type.hpp>
#include <synth/schema/composite.hpp>
#include <synth/schema/derived_value.hpp>

namespace synth {

namespace detail {

// What becomes a composite, once it is known which.
template<typename... Parts>
struct composed_parts {
    std::tuple<Parts...> parts;

    template<fixed_string Type, typename... Attributes>
    // NOLINTNEXTLINE(google-explicit-constructor, hicpp-explicit-conversions): the column says what it is
    operator composite<Type, Attributes...>() const {
        static_assert(sizeof...(Parts) == sizeof...(Attributes),
                      "synth: composed_of must name a column for each attribute of the composite; name them "
                      "in the order of the attributes");
        composite<Type, Attributes...> result;
        if constexpr (sizeof...(Parts) == sizeof...(Attributes)) {
            [&]<std::size_t... Places>(std::index_sequence<Places...>) {
                (set(std::get<Places>(result.attributes), std::get<Places>(parts)), ...);
            }(std::index_sequence_for<Parts...>{});
        }
        return result;
    }

private:
    template<typename Attribute, typename Part>
    static void set(Attribute& attribute, const Part& part) {
        if constexpr (nullable<Part>) {
            if (part) {
                attribute.emplace(*part);
            }
        } else {
            attribute.emplace(part);
        }
    }
};

// Not of the words of the cell too, which a function of derive may take first.
template<std::size_t Count>
struct composer {
    template<typename... Parts>
        requires(sizeof...(Parts) == Count)
    [[nodiscard]] composed_parts<Parts...> operator()(Parts... parts) const {
        return {{std::move(parts)...}};
    }
};

} // namespace detail

/// The generator of a column of a composite type whose attributes are other columns of the row, one for each,
/// so that checks may speak of them. Those that are no columns of the database are `not_written()`:
/// `column<&offer::price>(composed_of<&offer::amount, &offer::currency>())`.
template<auto... Sources>
[[nodiscard]] constexpr auto composed_of() {
    return derive<Sources...>(detail::composer<sizeof...(Sources)>{});
}

} // namespace synth

#endif
