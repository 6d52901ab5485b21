// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_TESTS_DATASET_OPTIONAL_CUSTOMERS_HPP
#define SYNTH_TESTS_DATASET_OPTIONAL_CUSTOMERS_HPP

#include <cstdint>
#include <optional>

#include <synth/schema/schema.hpp>

#include "shop.hpp"

// References to customers that may be NULL, and one that another table repeats.
namespace optional_customers {

struct unsaid {
    std::int64_t id{};
    std::optional<std::int64_t> customer_id;
};
struct referred_to { // its column is what another table refers to
    std::int64_t id{};
    std::optional<std::int64_t> customer_id;
};
struct refers {
    std::int64_t id{};
    std::int64_t customer_id{};
};

} // namespace optional_customers

template<>
inline constexpr auto synth::table<optional_customers::unsaid> = synth::describe<optional_customers::unsaid>(
    synth::references<&optional_customers::unsaid::customer_id, &shop::customer::id>());
template<>
inline constexpr auto synth::table<optional_customers::referred_to> =
    synth::describe<optional_customers::referred_to>(
        synth::unique<&optional_customers::referred_to::customer_id>(), synth::row_count(50),
        synth::references<&optional_customers::referred_to::customer_id, &shop::customer::id>());
template<>
inline constexpr auto synth::table<optional_customers::refers> = synth::describe<optional_customers::refers>(
    synth::references<&optional_customers::refers::customer_id,
                      &optional_customers::referred_to::customer_id>());

#endif
