// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <synth/generate/wanted_truth.hpp>

namespace {

using namespace synth;

TEST_CASE("a truth serves what is asked of it") {
    constexpr possible_value yes = possible_value::truth(true, false, false);
    constexpr possible_value no = possible_value::truth(false, true, false);
    constexpr possible_value unknown = possible_value::truth(false, false, true);
    static_assert(may_serve(yes, wanted_truth::is_true) && !may_serve(no, wanted_truth::is_true));
    static_assert(!may_serve(unknown, wanted_truth::is_true) && may_serve(unknown, wanted_truth::not_false));
    static_assert(may_serve(unknown, wanted_truth::not_true) && !may_serve(unknown, wanted_truth::is_false));
    static_assert(may_fail(no, wanted_truth::not_false) && !may_fail(unknown, wanted_truth::not_false));
    static_assert(!may_serve(possible_value::error(), wanted_truth::not_false));
}

TEST_CASE("what is asked of NOT a condition is the opposite of the condition") {
    static_assert(opposite(wanted_truth::is_true) == wanted_truth::is_false);
    static_assert(opposite(wanted_truth::not_false) == wanted_truth::not_true);
    static_assert(opposite(opposite(wanted_truth::not_true)) == wanted_truth::not_true);
}

} // namespace
