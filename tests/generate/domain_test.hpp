// SPDX-License-Identifier: BSL-1.0
// A domain is a bijection: tested on all of its indices if they are few, else on both ends and a spread
// between.
#ifndef SYNTH_TESTS_GENERATE_DOMAIN_TEST_HPP
#define SYNTH_TESTS_GENERATE_DOMAIN_TEST_HPP

#include <cstdint>
#include <set>
#include <vector>

#include <doctest/doctest.h>

#include <synth/generate/domain.hpp>

#include "law_test.hpp"

namespace domain_test {

inline std::vector<std::uint64_t> indices_of(std::uint64_t last) {
    std::vector<std::uint64_t> indices;
    if (last < 100'000) {
        for (std::uint64_t index = 0; index <= last; ++index) {
            indices.push_back(index);
        }
        return indices;
    }
    for (std::uint64_t step = 0; step < 500; ++step) {
        indices.push_back(step);
        indices.push_back(last - step);
        indices.push_back(
            static_cast<std::uint64_t>(synth::multiply_wide(synth::mix(step + 1), last) >> 64U));
    }
    return indices;
}

// Each index has a value of its own, and the value leads back to it.
template<typename Value>
synth::domain<Value> check_bijection(const synth::column_plan& plan = law_test::plan_for()) {
    const synth::domain<Value> values{plan};
    std::set<std::uint64_t> seen;
    std::set<std::uint64_t> indices;
    for (const std::uint64_t index : indices_of(values.last())) {
        const auto value = values.at(index);
        const auto view = static_cast<synth::view_of<Value>>(value);
        const auto found = values.index_of(view);
        REQUIRE(found.has_value());
        REQUIRE(*found == index);
        indices.insert(index);
        seen.insert(law_test::absorb_value(0, view));
    }
    CHECK(seen.size() == indices.size());
    return values;
}

} // namespace domain_test

#endif
