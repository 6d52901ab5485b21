// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_SPLIT_HPP
#define SYNTH_INTROSPECT_SPLIT_HPP

#include <cstddef>
#include <string>
#include <vector>

#include "catalog.hpp"
#include "header.hpp"
#include "parts.hpp"

namespace synth::introspect {

/// A file of a program; its path is relative to the program's folder.
struct source_file {
    std::string path{};
    std::string text{};
};

/// A catalog as a program of several files, so that large ones are compiled in parts.
struct split_program : findings {
    std::vector<source_file> files{};
};

/// Writes the program of `database` in the namespace `name_space`, with parts of so many columns. Throws
/// `failure` when no column of any table can be represented.
[[nodiscard]] split_program make_split_program(const catalog& database, const std::string& name_space,
                                               std::size_t columns = columns_of_part);

/// Writes the files into a folder. Those that hold their text already are left alone; rows/, tables/,
/// part_*.cpp and types.hpp of an earlier program that have no place in this one are removed, nothing else
/// is. Throws `failure`.
void put_split_program(const std::string& folder, const std::vector<source_file>& files);

} // namespace synth::introspect

#endif
