// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_PROGRAM_PROGRAM_HPP
#define SYNTH_PROGRAM_PROGRAM_HPP

#include <string>
#include <utility>
#include <vector>

#include <synth/program/row_counts.hpp>
#include <synth/program/run.hpp>
#include <synth/program/typed_schema.hpp>

namespace synth {

/// The command line of one schema: gen, load, verify, explain and graph. It is a whole main:
/// `int main(int argc, char** argv) { return synth::program<shop::schema>(argc, argv); }`
template<typename Schema>
[[nodiscard]] int program(int argc, char** argv) {
    return run(typed_schema<Schema>{}, std::vector<std::string>(argv, argv + argc));
}

/// The same of a schema whose tables do not all grow with `--scale`: the rule is asked for the rows of each
/// table, `program<schema>(argc, argv, [](const catalog_table& table, exact_number factor) { return
/// table.name == "nation" ? 25 : described_rows(table, factor); })`.
template<typename Schema>
[[nodiscard]] int program(int argc, char** argv, scale_rule rows_at_scale) {
    return run(typed_schema<Schema>{std::move(rows_at_scale)}, std::vector<std::string>(argv, argv + argc));
}

} // namespace synth

#endif
