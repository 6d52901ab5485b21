// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_DOMAIN_NUMBER_HPP
#define SYNTH_GENERATE_DOMAIN_NUMBER_HPP

#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>
#include <type_traits>

#include <synth/core/integer.hpp>
#include <synth/generate/generator.hpp>
#include <synth/generate/number.hpp>
#include <synth/schema/decimal.hpp>
#include <synth/schema/enumeration.hpp>

namespace synth {

/// The values that keys of a type are made of, numbered from 0; see domain.hpp.
template<typename Value>
class domain;

/// 1 to the type's maximum, or the given range.
template<std::integral Integer>
    requires(!std::same_as<Integer, bool>)
class domain<Integer> {
public:
    explicit domain(const column_plan&) {}
    domain(const column_plan& plan, std::int64_t low, std::int64_t high)
        : low_{static_cast<Integer>(low)}, high_{static_cast<Integer>(high)} {
        if (low > high || low_ != low || high_ != high) {
            throw refusal(plan, "the range of a key must not be empty and must fit the column's type");
        }
    }

    // Subtraction and addition in 64 unsigned bits wrap, so they are right for every range.
    [[nodiscard]] std::uint64_t last() const { return wide(high_) - wide(low_); }
    [[nodiscard]] Integer at(std::uint64_t index) const { return static_cast<Integer>(wide(low_) + index); }
    [[nodiscard]] std::optional<std::uint64_t> index_of(Integer value) const {
        return value < low_ || value > high_ ? std::nullopt : std::optional{wide(value) - wide(low_)};
    }

private:
    static std::uint64_t wide(Integer value) { return static_cast<std::uint64_t>(value); }

    Integer low_ = 1;
    Integer high_ = std::numeric_limits<Integer>::max();
};

/// The whole numbers from 1 up that a floating point type holds exactly.
template<std::floating_point Real>
class domain<Real> {
public:
    explicit domain(const column_plan&) {}

    [[nodiscard]] std::uint64_t last() const { return static_cast<std::uint64_t>(wholes::greatest) - 1; }
    [[nodiscard]] Real at(std::uint64_t index) const {
        return wholes::of(static_cast<std::int64_t>(index) + 1);
    }
    [[nodiscard]] std::optional<std::uint64_t> index_of(Real value) const {
        const std::optional<std::int64_t> whole = wholes::from(value);
        return whole && *whole > 0 ? std::optional{static_cast<std::uint64_t>(*whole) - 1} : std::nullopt;
    }

private:
    using wholes = whole_numbers<Real>;
};

/// The positive numbers of a decimal type, one unit of the last place apart, as far as 63 bits go.
template<unsigned Precision, int Scale>
class domain<decimal<Precision, Scale>> {
public:
    explicit domain(const column_plan&) {}

    [[nodiscard]] std::uint64_t last() const { return greatest - 1; }
    [[nodiscard]] decimal<Precision, Scale> at(std::uint64_t index) const {
        return detail::from_units<decimal<Precision, Scale>>(static_cast<int128>(index) + 1);
    }
    [[nodiscard]] std::optional<std::uint64_t> index_of(const decimal<Precision, Scale>& value) const {
        if (value.units <= storage{0} || value > at(last())) {
            return std::nullopt;
        }
        return static_cast<std::uint64_t>(static_cast<int128>(value.units)) - 1;
    }

private:
    using storage = typename decimal<Precision, Scale>::storage;
    static constexpr std::uint64_t greatest = [] {
        constexpr int128 units = detail::greatest_units<decimal<Precision, Scale>>();
        constexpr std::uint64_t most = ~std::uint64_t{0} >> 1U;
        return units > static_cast<int128>(most) ? most : static_cast<std::uint64_t>(units);
    }();
};

// Members as every specialisation has them. NOLINTBEGIN(readability-convert-member-functions-to-static)
/// false and true.
template<>
class domain<bool> {
public:
    explicit domain(const column_plan&) {}

    [[nodiscard]] std::uint64_t last() const { return 1; }
    [[nodiscard]] bool at(std::uint64_t index) const { return index != 0; }
    [[nodiscard]] std::optional<std::uint64_t> index_of(bool value) const { return value ? 1U : 0U; }
};
// NOLINTEND(readability-convert-member-functions-to-static)

/// The labels in their order.
template<labelled_enum Enumeration>
class domain<Enumeration> {
public:
    explicit domain(const column_plan&) {}

    [[nodiscard]] std::uint64_t last() const { return labels<Enumeration>.size() - 1; }
    [[nodiscard]] Enumeration at(std::uint64_t index) const { return static_cast<Enumeration>(index); }
    [[nodiscard]] std::optional<std::uint64_t> index_of(Enumeration value) const {
        const auto index =
            static_cast<std::uint64_t>(static_cast<std::underlying_type_t<Enumeration>>(value));
        return index > last() ? std::nullopt : std::optional{index};
    }
};

} // namespace synth

#endif
