// SPDX-License-Identifier: BSL-1.0
// A schema with narrow keys, fixed lengths and names that a terminal would obey. Its code is in odd.cpp.
#ifndef SYNTH_TESTS_PROGRAM_ODD_HPP
#define SYNTH_TESTS_PROGRAM_ODD_HPP

#include <cstdint>
#include <string>
#include <vector>

#include <synth/program/program_schema.hpp>
#include <synth/schema/schema.hpp>

namespace odd {

struct flag { // two rows
    bool on{};
    std::string code{};
    synth::bit_string bits{};
    synth::decimal<7, 2> price{};
    std::string note{};
    std::vector<std::string> tags{};
};

struct user {
    std::int64_t id{};
    bool flag_on{};
};

struct evil {
    std::int64_t id{};
    std::int64_t user_id{};
};

} // namespace odd

template<>
inline constexpr auto synth::table<odd::flag> =
    synth::describe<odd::flag>(synth::primary_key<&odd::flag::on>(),
                               synth::column<&odd::flag::code>(synth::fixed_length(2)),
                               synth::column<&odd::flag::bits>(synth::fixed_length(4)),
                               synth::column<&odd::flag::note>(synth::max_length(20)),
                               synth::column<&odd::flag::tags>(synth::fixed_length(3)));
template<>
inline constexpr auto synth::table<odd::user> =
    synth::describe<odd::user>(synth::references<&odd::user::flag_on, &odd::flag::on>());
template<>
inline constexpr auto synth::table<odd::evil> =
    synth::describe<odd::evil>(synth::named("ev\x1b[2Jil"), synth::row_count(1),
                               synth::column<&odd::evil::user_id>(synth::named("us\x9b"
                                                                               "er\n")),
                               synth::references<&odd::evil::user_id, &odd::user::id>());

namespace odd {

using schema = synth::schema<flag, user, evil>;

/// The schema as programs see it.
const synth::program_schema& described();

} // namespace odd

#endif
