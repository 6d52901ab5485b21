// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <optional>

#include <doctest/doctest.h>

#include <synth/dataset/optional_parent.hpp>

#include "../schema/tenants.hpp"
#include "shop.hpp"

namespace {

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

} // namespace

template<>
inline constexpr auto synth::table<unsaid> =
    synth::describe<unsaid>(synth::references<&unsaid::customer_id, &shop::customer::id>());
template<>
inline constexpr auto synth::table<referred_to> =
    synth::describe<referred_to>(synth::unique<&referred_to::customer_id>(),
                                 synth::references<&referred_to::customer_id, &shop::customer::id>());
template<>
inline constexpr auto synth::table<refers> =
    synth::describe<refers>(synth::references<&refers::customer_id, &referred_to::customer_id>());

TEST_CASE("a nullable reference may be absent unless another table repeats it") {
    CHECK(synth::detail::may_be_absent<synth::schema<shop::customer, unsaid>>(0));
    CHECK_FALSE(synth::detail::may_be_absent<synth::schema<shop::customer, referred_to, refers>>(0));
    CHECK_FALSE(synth::detail::may_be_absent<synth::schema<shop::customer, referred_to, refers>>(1));
}

TEST_CASE("only a reference that chooses within a group may lack a choice") {
    using synth::derivation_of;
    using tenants_schema = tenants::database;
    std::size_t found = 0;
    for (std::size_t index = 0; index < derivation_of<tenants_schema>.references.size(); ++index) {
        const bool may = synth::detail::may_lack_choice<tenants_schema>(index);
        found += may ? 1 : 0;
        CHECK(
            (!may || derivation_of<tenants_schema>.references[index].mode == synth::reference_mode::matched));
    }
    CHECK(found == 1); // the label of a task
    CHECK_FALSE(synth::detail::may_lack_choice<synth::schema<shop::customer, unsaid>>(0));
}
