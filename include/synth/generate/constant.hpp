// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_CONSTANT_HPP
#define SYNTH_GENERATE_CONSTANT_HPP

#include <string>

#include <synth/generate/generator.hpp>
#include <synth/generate/literal.hpp>
#include <synth/generate/text_of.hpp>
#include <synth/random/draw.hpp>

namespace synth {

namespace detail {

template<typename Value, typename Held>
class bound_constant {
public:
    explicit bound_constant(const Held& value) : value_{value} {}
    view_of<Value> operator()(const draw&) const { return value(0); }

    [[nodiscard]] std::uint64_t value_count() const { return 1; }
    [[nodiscard]] std::uint64_t draw_index(const draw&) const { return 0; }
    [[nodiscard]] view_of<Value> value(std::uint64_t) const { return show_literal<Value>(value_); }

private:
    Held value_;
};

} // namespace detail

/// The same value in every row: `constant("EUR")`, `constant(0)`.
template<typename Literal>
class constant {
public:
    constexpr explicit constant(Literal value) : value_{value} {}

    template<typename Value>
        requires literal_for<Literal, Value>
    [[nodiscard]] auto bind(const column_plan& plan) const {
        const auto held = bind_literal<Value>(value_, plan);
        return detail::bound_constant<Value, std::remove_const_t<decltype(held)>>{held};
    }

    [[nodiscard]] std::string describe() const { return "always " + text_of(value_); }

private:
    Literal value_;
};

template<typename Literal>
constant(Literal) -> constant<literal<Literal>>;

} // namespace synth

#endif
