// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_DERIVE_MATCHES_HPP
#define SYNTH_SCHEMA_DERIVE_MATCHES_HPP

#include <cstddef>

#include <synth/schema/derivation_work.hpp>
#include <synth/schema/path.hpp>

namespace synth {

/// Decides the references of a table that others decide: those that follow another reference, those that must
/// agree with one in shared columns, and those to the table itself.
template<typename Work>
class match_derivation {
public:
    constexpr explicit match_derivation(Work& work) : work_(work) {}

    constexpr void find_implied() {
        for (std::size_t index = work_.first(); index < work_.last(); ++index) {
            for (std::size_t other = work_.first();
                 other < work_.last() && work_.decides(index) && !work_.to_self(index); ++other) {
                const bool wider =
                    work_.child_columns(other).size() > work_.child_columns(index).size() || other < index;
                if (other == index || work_.to_self(other) || !wider ||
                    !work_.child_columns(index).within(work_.child_columns(other)) || !work_.decides(other)) {
                    continue;
                }
                const catalog_reference& from = work_.schema.references[other];
                if (const auto path =
                        find_path(work_.schema, from.parent, columns_behind(from, work_.child_columns(index)),
                                  work_.schema.references[index].parent,
                                  work_.schema.references[index].parent_columns)) {
                    work_.mode(index) = reference_mode::implied;
                    work_.result.references[index].via = static_cast<schema_index>(other);
                    work_.result.references[index].via_path = *path;
                }
            }
        }
    }

    constexpr void find_forests() {
        for (std::size_t index = work_.first(); index < work_.last(); ++index) {
            if (work_.to_self(index)) {
                work_.mode(index) = reference_mode::forest;
            }
        }
    }

    // Each drawn reference follows the one with which it shares most; after that every two must agree.
    constexpr void match_shared_columns() {
        for (std::size_t index = work_.first(); index < work_.last(); ++index) {
            if (work_.mode(index) == reference_mode::drawn) {
                match_best(index);
            }
        }
        for (std::size_t index = work_.first(); index < work_.last(); ++index) {
            for (std::size_t other = work_.first(); other < index; ++other) {
                const column_set shared = work_.child_columns(index).shared_with(work_.child_columns(other));
                if (!shared.empty() && work_.decides(index) && work_.decides(other) &&
                    !follows(index, other, shared) && !follows(other, index, shared)) {
                    work_.fail(derivation_fault::shared_columns, index);
                }
            }
        }
    }

    // Draws one reference among the parents that agree with the other reference in the shared columns.
    constexpr bool match(std::size_t index, std::size_t other, const column_set& shared) {
        const catalog_reference& reference = work_.schema.references[index];
        const catalog_reference& decider = work_.schema.references[other];
        const auto group = find_group(work_.schema, reference.parent, columns_behind(reference, shared));
        if (!group) {
            return false;
        }
        const auto via_path = find_path(work_.schema, decider.parent, columns_behind(decider, shared),
                                        group->table, group->columns);
        if (!via_path) {
            return false;
        }
        work_.mode(index) = reference_mode::matched;
        work_.result.references[index].via = static_cast<schema_index>(other);
        work_.result.references[index].via_path = *via_path;
        work_.result.references[index].path = group->path;
        work_.require_ownership(group->path);
        return true;
    }

    // A self-reference that shares columns with the owner stays among the rows of that owner.
    constexpr void check_forests() {
        for (std::size_t index = work_.first(); index < work_.last(); ++index) {
            if (work_.mode(index) != reference_mode::forest) {
                continue;
            }
            for (std::size_t other = work_.first(); other < work_.last(); ++other) {
                const column_set shared = work_.child_columns(index).shared_with(work_.child_columns(other));
                if (!work_.decides(other) || shared.empty()) {
                    continue;
                }
                const column_set behind = columns_behind(work_.schema.references[index], shared);
                if (work_.mine().owner == no_index && work_.mode(other) == reference_mode::drawn) {
                    work_.own(other);
                }
                if (!detail::equal_in_order(shared, behind) || !shared.within(work_.owner_columns) ||
                    work_.mine().owner == no_index) {
                    work_.fail(derivation_fault::self_reference, index);
                }
                work_.result.references[index].via = static_cast<schema_index>(other);
            }
        }
    }

private:
    constexpr void match_best(std::size_t index) {
        for (std::size_t size = work_.child_columns(index).size(); size > 0; --size) {
            for (std::size_t other = work_.first(); other < work_.last(); ++other) {
                const column_set shared = work_.child_columns(index).shared_with(work_.child_columns(other));
                const bool may_decide =
                    work_.decides(other) && (work_.mode(other) != reference_mode::drawn || other < index);
                if (other != index && may_decide && shared.size() == size && match(index, other, shared)) {
                    return;
                }
            }
        }
    }

    // Two references agree where one is drawn to match the other, or to match a third that names all of the
    // shared columns: that one agrees with the other, or is refused itself.
    [[nodiscard]] constexpr bool follows(std::size_t follower, std::size_t leader, const column_set& shared) {
        const schema_index via = work_.result.references[follower].via;
        return work_.mode(follower) == reference_mode::matched && via != no_index &&
               (via == leader || shared.within(work_.child_columns(via)));
    }

    Work& work_;
};

} // namespace synth

#endif
