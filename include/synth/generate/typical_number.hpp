// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_TYPICAL_NUMBER_HPP
#define SYNTH_GENERATE_TYPICAL_NUMBER_HPP

#include <concepts>
#include <cstdint>

#include <synth/core/integer.hpp>
#include <synth/generate/generator.hpp>
#include <synth/generate/number.hpp>
#include <synth/generate/uniform_number.hpp>
#include <synth/random/draw.hpp>
#include <synth/schema/enumeration.hpp>

namespace synth {

/// The bound generator of a column about which nothing but its type and length is known; see by_type.hpp.
template<typename Value>
class typical;

/// Integers from 0 to 999, 99,999 or 999,999, by width.
template<std::integral Integer>
    requires(!std::same_as<Integer, bool>)
class typical<Integer> {
public:
    explicit typical(const column_plan&) {}
    Integer operator()(draw& cell) const { return static_cast<Integer>(cell.below(bound)); }

private:
    static constexpr std::uint64_t of_wide = sizeof(Integer) == 4 ? 100'000 : 1'000'000;
    static constexpr std::uint64_t bound = sizeof(Integer) <= 2 ? 1'000 : of_wide;
};

/// Reals from 0 to 1000 in steps of 1/64, which have short texts and are exact in every width.
template<std::floating_point Real>
class typical<Real> {
public:
    explicit typical(const column_plan&) {}
    Real operator()(draw& cell) const {
        return static_cast<Real>(cell.below(64'000)) * static_cast<Real>(0x1p-6);
    }
};

/// Decimals of every scale from 0 to 10,000, or to the type's largest if that is less.
template<unsigned Precision, int Scale>
class typical<decimal<Precision, Scale>> {
public:
    explicit typical(const column_plan&) {}
    decimal<Precision, Scale> operator()(draw& cell) const { return law_(cell); }

private:
    using value = decimal<Precision, Scale>;
    detail::bound_uniform<value> law_{value{}, nearest_number<value>({10'000, 0})};
};

/// Both values equally often.
template<>
class typical<bool> {
public:
    explicit typical(const column_plan&) {}
    bool operator()(draw& cell) const { return value(draw_index(cell)); }

    [[nodiscard]] static std::uint64_t value_count() { return 2; }
    [[nodiscard, gnu::always_inline]] static std::uint64_t draw_index(draw& cell) {
        return cell.word() >> 63U;
    }
    [[nodiscard]] static bool value(std::uint64_t index) { return index != 0; }
};

/// Every label equally often.
template<labelled_enum Enumeration>
class typical<Enumeration> {
public:
    explicit typical(const column_plan&) {}
    Enumeration operator()(draw& cell) const { return value(draw_index(cell)); }

    [[nodiscard]] std::uint64_t value_count() const { return label_count<Enumeration>; }
    [[nodiscard, gnu::always_inline]] std::uint64_t draw_index(draw& cell) const {
        return cell.below(label_count<Enumeration>);
    }
    [[nodiscard]] Enumeration value(std::uint64_t index) const { return static_cast<Enumeration>(index); }
};

} // namespace synth

#endif
