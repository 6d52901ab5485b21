// SPDX-License-Identifier: BSL-1.0
#include <cstddef>

#include <doctest/doctest.h>

#include <synth/schema/shared_kinds.hpp>

#include "bank.hpp"

namespace {

constexpr synth::catalog_view all = synth::catalog_of<bank::database>.view();

// What the two references of a table share.
constexpr synth::shared_kinds shared_of(std::size_t table) {
    const std::size_t first = all.tables[table].first_reference;
    const synth::catalog_reference& one = all.references[first];
    const synth::catalog_reference& other = all.references[first + 1];
    return synth::find_shared_kinds(all, other, one, one.child_columns.shared_with(other.child_columns));
}

} // namespace

TEST_CASE("columns of few values that no key needs may have kinds") {
    CHECK(synth::may_have_kinds(all, 1, 2));       // account.currency
    CHECK_FALSE(synth::may_have_kinds(all, 1, 0)); // a reference
    CHECK_FALSE(synth::may_have_kinds(all, 1, 1)); // of the key
    CHECK_FALSE(synth::may_have_kinds(all, 1, 3)); // any text
}

TEST_CASE("what two references share is told apart from that in which they have a kind") {
    constexpr synth::shared_kinds transfer = shared_of(2);
    CHECK(transfer.places == 4U); // the third column
    CHECK(transfer.others.size() == 1);
    CHECK(transfer.others[0] == 1);
    constexpr synth::shared_kinds remark = shared_of(3);
    CHECK(remark.places == 0);
    CHECK(remark.others.size() == 2);
}
