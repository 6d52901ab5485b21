// SPDX-License-Identifier: BSL-1.0
// What the tests of generators share: a plan, a measure of fit, fingerprints, messages.
#ifndef SYNTH_TESTS_GENERATE_LAW_TEST_HPP
#define SYNTH_TESTS_GENERATE_LAW_TEST_HPP

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <synth/core/plan_error.hpp>
#include <synth/generate/generator.hpp>
#include <synth/schema/column_type.hpp>

namespace law_test {

inline synth::column_plan plan_for(std::uint32_t max_length = 0, bool fixed_length = false) {
    return {.table = "shop",
            .column = "item",
            .max_length = max_length,
            .fixed_length = fixed_length,
            .rows = 1'000,
            .key = synth::make_stream_key(42, {"shop", "item"})};
}

inline synth::draw cell(std::uint64_t row) { return {plan_for().key, row}; }

// How far counts lie from what is expected, in standard deviations of the chi-square statistic: about 0 for
// the right law, and 5 is out of the question.
inline double misfit(std::span<const double> seen, std::span<const double> expected) {
    double statistic = 0;
    for (std::size_t bin = 0; bin < seen.size(); ++bin) {
        statistic += (seen[bin] - expected[bin]) * (seen[bin] - expected[bin]) / expected[bin];
    }
    const auto freedom = static_cast<double>(seen.size() - 1);
    return (statistic - freedom) / std::sqrt(2 * freedom);
}

inline double misfit_of_even(std::span<const double> seen) {
    double total = 0;
    for (const double count : seen) {
        total += count;
    }
    return misfit(seen, std::vector<double>(seen.size(), total / static_cast<double>(seen.size())));
}

// The Kolmogorov-Smirnov statistic times the root of the sample's size: above 1.95 once in a thousand.
template<typename Distribution>
double distance(std::vector<double> sample, Distribution distribution) {
    std::sort(sample.begin(), sample.end());
    const auto size = static_cast<double>(sample.size());
    double widest = 0;
    for (std::size_t place = 0; place < sample.size(); ++place) {
        const double share = distribution(sample[place]);
        const auto below = static_cast<double>(place);
        widest = std::max({widest, share - below / size, (below + 1) / size - share});
    }
    return widest * std::sqrt(size);
}

template<typename Generator>
std::vector<double> sample(const Generator& bound, std::uint64_t rows = 20'000) {
    std::vector<double> values;
    for (std::uint64_t row = 0; row < rows; ++row) {
        synth::draw words = cell(row);
        values.push_back(static_cast<double>(bound(words)));
    }
    return values;
}

inline std::uint64_t absorb(std::uint64_t state, std::uint64_t number) {
    return synth::mix(state * 31 + number);
}

template<typename Value>
std::uint64_t absorb_value(std::uint64_t state, const Value& value) {
    if constexpr (std::is_convertible_v<Value, std::string_view>) {
        for (const char letter : std::string_view{value}) {
            state = absorb(state, static_cast<unsigned char>(letter));
        }
        return absorb(state, 0x100);
    } else if constexpr (std::is_enum_v<Value> || std::is_integral_v<Value>) {
        return absorb(state, static_cast<std::uint64_t>(value));
    } else if constexpr (std::is_floating_point_v<Value>) {
        return absorb(state, std::bit_cast<std::uint64_t>(static_cast<double>(value)));
    } else if constexpr (synth::is_decimal<Value>) {
        return absorb(state, static_cast<std::uint64_t>(static_cast<synth::int128>(value.units)));
    } else if constexpr (requires { value.months; }) {
        return absorb(absorb(state, static_cast<std::uint64_t>(value.days)),
                      static_cast<std::uint64_t>(value.microseconds));
    } else if constexpr (requires { value.microseconds; }) {
        return absorb(state, static_cast<std::uint64_t>(value.microseconds));
    } else if constexpr (std::is_same_v<Value, synth::date>) {
        return absorb(state, static_cast<std::uint64_t>(value.days));
    } else if constexpr (requires { value.prefix; }) {
        return absorb_value(absorb(state, value.prefix), std::span<const std::uint8_t>{value.address});
    } else if constexpr (requires { value.bytes; }) {
        return absorb_value(state, std::span<const std::uint8_t>{value.bytes});
    } else if constexpr (std::is_same_v<Value, std::byte>) {
        return absorb(state, static_cast<std::uint64_t>(value));
    } else if constexpr (requires { value.text; }) {
        return absorb_value(state, std::string_view{value.text});
    } else if constexpr (requires { value.lower_inclusive; }) {
        return absorb_value(absorb_value(state, value.lower), value.upper);
    } else if constexpr (requires { value.has_value(); }) {
        return value ? absorb_value(state, *value) : absorb(state, 0x200);
    } else {
        for (const auto& element : value) {
            state = absorb_value(state, element);
        }
        return absorb(state, value.size());
    }
}

// A number for the first rows of a bound generator: the same with every compiler, library, flag and
// processor. If one changes, the bytes of users' data change: a decision, not a bug, and the changelog must
// say so.
template<typename Value, typename Generator>
std::uint64_t fingerprint(const Generator& description, const synth::column_plan& plan = plan_for()) {
    const auto bound = synth::bind_generator<Value>(description, plan);
    std::uint64_t state = 0;
    for (std::uint64_t row = 0; row < 200; ++row) {
        synth::draw words = cell(row);
        const auto result = bound(words);
        state = absorb_value(state, static_cast<synth::view_of<Value>>(result));
    }
    return state;
}

// What a refused plan says; empty if it is not refused.
template<typename Action>
std::string refusal_by(Action action) {
    try {
        static_cast<void>(action());
    } catch (const synth::plan_error& error) {
        return error.what();
    }
    return {};
}

} // namespace law_test

#endif
