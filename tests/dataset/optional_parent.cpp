// SPDX-License-Identifier: BSL-1.0
#include <cstddef>

#include <doctest/doctest.h>

#include <synth/dataset/optional_parent.hpp>

#include "../schema/tenants.hpp"
#include "optional_customers.hpp"
#include "shop.hpp"

using namespace optional_customers;

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
