// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_DERIVE_MATCHES_HPP
#define SYNTH_SCHEMA_DERIVE_MATCHES_HPP

#include <array>
#include <cstddef>
#include <optional>

#include <synth/schema/derivation_work.hpp>
#include <synth/schema/path.hpp>
#include <synth/schema/shared_kinds.hpp>

namespace synth {

/// Decides the references of a table that others decide: those that follow another reference, and those that
/// must agree with one in shared columns.
template<typename Work>
class match_derivation {
public:
    constexpr explicit match_derivation(Work& work) : work_(work) {}

    // (team, captain) of a team, where (team, player) is a key of the players and their team refers to it:
    // the captain is one of the row's own.
    constexpr void find_choices_of_row() {
        for (std::size_t index = work_.first(); index < work_.last(); ++index) {
            const catalog_reference& reference = work_.schema.references[index];
            if (work_.to_self(index) || !work_.components.on_cycle(reference) ||
                work_.choice_of_row_count == Work::most_choices_of_row) {
                continue;
            }
            for (const catalog_key& key : work_.schema.keys_of(work_.table)) {
                if (key.columns.within(reference.child_columns) &&
                    key.columns.size() < reference.child_columns.size() &&
                    choose_of_row(index, key.columns)) {
                    break;
                }
            }
        }
    }

    // A wider reference that is part of a cycle of tables may lead back to the narrower one, so it decides
    // none but those to its own parent.
    constexpr void find_implied(bool along_cycles = false) {
        for (std::size_t index = work_.first(); index < work_.last(); ++index) {
            for (std::size_t other = work_.first();
                 other < work_.last() && work_.mode(index) == reference_mode::drawn && !work_.to_self(index);
                 ++other) {
                const bool settled = along_cycles && work_.mode(other) != reference_mode::drawn;
                const bool wider = work_.child_columns(other).size() > work_.child_columns(index).size() ||
                                   other < index || settled;
                if (other == index || work_.to_self(other) || !wider ||
                    !work_.child_columns(index).within(work_.child_columns(other)) || !work_.decides(other)) {
                    continue;
                }
                const catalog_reference& from = work_.schema.references[other];
                if (work_.has_value(work_.schema.references[index]) && !work_.has_value(from) &&
                    work_.mode(other) == reference_mode::drawn && !along_cycles) {
                    continue; // a row has its section also where it has no seat there
                }
                const bool on_cycle = !along_cycles && work_.components.on_cycle(from);
                if (const auto path = find_path(
                        work_.schema, from.parent, columns_behind(from, work_.child_columns(index)),
                        work_.schema.references[index].parent, work_.schema.references[index].parent_columns,
                        [on_cycle](const reference_path& found) { return !on_cycle || found.size == 0; })) {
                    work_.mode(index) = reference_mode::implied;
                    work_.result.references[index].via = static_cast<schema_index>(other);
                    work_.result.references[index].via_path = *path;
                }
            }
        }
    }

    // Each drawn reference follows one with which it shares columns; after that every two must agree. The
    // order of the description comes first, then every reference in turn decides the others, and at last a
    // reference that cannot agree is left NULL, where it may be.
    constexpr void match_shared_columns() {
        match_in_order();
        if (first_conflict() == work_.last()) {
            return;
        }
        for (std::size_t root = work_.first(); root < work_.last(); ++root) {
            forget_matches();
            if (work_.mode(root) == reference_mode::drawn) {
                match_from(root);
                if (first_conflict() == work_.last()) {
                    return;
                }
            }
        }
        forget_matches();
        find_implied(true); // a circle that this makes is refused as one
        match_in_order();
        while (first_conflict() != work_.last()) {
            if (!leave_out_one()) {
                work_.fail(derivation_fault::shared_columns, first_conflict());
                return;
            }
            forget_matches();
            match_in_order();
        }
    }

    // Draws one reference among the parents that agree with the other reference in the shared columns.
    constexpr bool match(std::size_t index, std::size_t other, const column_set& shared) {
        const catalog_reference& reference = work_.schema.references[index];
        const catalog_reference& decider = work_.schema.references[other];
        std::optional<reference_path> via_path;
        const auto group =
            find_group(work_.schema, reference.parent, columns_behind(reference, shared),
                       [&](const column_group& found) {
                           via_path = find_path(work_.schema, decider.parent, columns_behind(decider, shared),
                                                found.table, found.columns);
                           return via_path.has_value();
                       });
        if (!group) {
            return false;
        }
        work_.mode(index) = reference_mode::matched;
        work_.result.references[index].via = static_cast<schema_index>(other);
        work_.result.references[index].via_path = *via_path;
        work_.result.references[index].path = group->path;
        return true;
    }

private:
    // Every descendant must say whose it is, and none be there already.
    constexpr bool choose_of_row(std::size_t index, const column_set& key) {
        const catalog_reference& reference = work_.schema.references[index];
        const auto path = find_path(
            work_.schema, reference.parent, columns_behind(reference, key), work_.table, key,
            [&](const reference_path& found) {
                bool known = true;
                for (std::size_t step = 0; step < found.size; ++step) {
                    const catalog_reference& each = work_.schema.references[found.references[step]];
                    known = known && work_.has_value(each) && !work_.schema.tables[each.child].filled_outside;
                }
                return known &&
                       work_.schema.references[found.references[found.size - 1]].parent_columns.same_columns(
                           key);
            });
        if (!path) {
            return false;
        }
        derived_reference& derived = work_.result.references[index];
        derived.mode = reference_mode::matched;
        derived.of_row = true;
        derived.path = *path;
        auto& choice = work_.choices_of_row[work_.choice_of_row_count++];
        choice.reference = index;
        choice.columns = {};
        for (const schema_index each : reference.child_columns) {
            if (!key.contains(each)) {
                choice.columns.add(each);
            }
        }
        return true;
    }

    using flags = std::array<bool, Work::reference_count>;

    constexpr void match_in_order() {
        flags settled{};
        for (std::size_t index = work_.first(); index < work_.last(); ++index) {
            if (work_.mode(index) == reference_mode::drawn) {
                match_best(index, settled);
                settled[index] = true;
            }
        }
    }

    constexpr void match_from(std::size_t root) {
        flags settled{};
        settled[root] = true;
        std::size_t next = root;
        while (next < work_.last()) {
            bool progress = true;
            while (progress) {
                progress = false;
                for (std::size_t index = work_.first(); index < work_.last(); ++index) {
                    if (work_.mode(index) == reference_mode::drawn && !settled[index] &&
                        match_best(index, settled)) {
                        progress = true;
                    }
                }
            }
            next = work_.first();
            while (next < work_.last() && (work_.mode(next) != reference_mode::drawn || settled[next])) {
                ++next;
            }
            if (next < work_.last()) {
                settled[next] = true;
            }
        }
    }

    constexpr bool match_best(std::size_t index, const flags& settled) {
        for (std::size_t size = work_.child_columns(index).size(); size > 0; --size) {
            for (std::size_t other = work_.first(); other < work_.last(); ++other) {
                const column_set shared = work_.child_columns(index).shared_with(work_.child_columns(other));
                const bool may_decide =
                    work_.decides(other) && (work_.mode(other) != reference_mode::drawn || settled[other]);
                if (other != index && may_decide && shared.size() == size &&
                    (match(index, other, shared) || match_kinds(index, other, shared) ||
                     follow(index, other, shared))) {
                    return true;
                }
            }
        }
        return false;
    }

    // Both sides of a transfer name (tenant, currency) of an account. There is no table of these, but one of
    // tenants, and few currencies: the second account is one of that tenant and of the kind of the first.
    constexpr bool match_kinds(std::size_t index, std::size_t other, const column_set& shared) {
        const shared_kinds found = find_shared_kinds(work_.schema, work_.schema.references[index],
                                                     work_.schema.references[other], shared);
        if (found.places == 0 || found.others.empty() || !match(index, other, found.others)) {
            return false;
        }
        work_.result.references[index].same_kinds = found.places;
        return true;
    }

    // A guide names a book by (book_letter, place) and a shelf by (shelf_letter, place), and each book its
    // own shelf: that one has the place of both.
    constexpr bool follow(std::size_t index, std::size_t other, const column_set& shared) {
        const catalog_reference& reference = work_.schema.references[index];
        const catalog_reference& decider = work_.schema.references[other];
        if (shared.size() == reference.child_columns.size() || !is_settled_alone(index, shared) ||
            work_.to_self(index) || work_.components.on_cycle(decider)) {
            return false;
        }
        const auto path =
            find_path(work_.schema, decider.parent, columns_behind(decider, shared), reference.parent,
                      columns_behind(reference, shared), [&](const reference_path& found) {
                          bool always = work_.has_value(decider);
                          for (std::size_t step = 0; step < found.size; ++step) {
                              always =
                                  always && work_.has_value(work_.schema.references[found.references[step]]);
                          }
                          return always;
                      });
        if (path) {
            work_.mode(index) = reference_mode::implied;
            work_.result.references[index].via = static_cast<schema_index>(other);
            work_.result.references[index].via_path = *path;
        }
        return path.has_value();
    }

    // Whether nobody else decides the columns of a reference that it does not share.
    [[nodiscard]] constexpr bool is_settled_alone(std::size_t index, const column_set& shared) {
        bool alone = true;
        for (const schema_index each : work_.child_columns(index)) {
            alone =
                alone && (shared.contains(each) || (work_.column(each).source == column_source::generated &&
                                                    work_.is_alone_in(index, each)));
        }
        return alone;
    }

    // As opposed to those that keys have matched for good.
    [[nodiscard]] constexpr bool is_matched_here(std::size_t index) const {
        const derived_reference& reference = work_.result.references[index];
        const bool follows = reference.mode == reference_mode::implied &&
                             !work_.child_columns(index).within(work_.child_columns(reference.via));
        return follows || (reference.mode == reference_mode::matched && !reference.distinct &&
                           reference.via != no_index);
    }

    constexpr void forget_matches() {
        for (std::size_t index = work_.first(); index < work_.last(); ++index) {
            if (is_matched_here(index)) {
                work_.draw_again(index);
            }
        }
    }

    // The first reference that does not agree with one before it.
    [[nodiscard]] constexpr std::size_t first_conflict() {
        for (std::size_t index = work_.first(); index < work_.last(); ++index) {
            for (std::size_t other = work_.first(); other < index; ++other) {
                if (disagree(index, other)) {
                    return index;
                }
            }
        }
        return work_.last();
    }

    [[nodiscard]] constexpr bool disagree(std::size_t index, std::size_t other) {
        const column_set shared = work_.child_columns(index).shared_with(work_.child_columns(other));
        return index != other && !shared.empty() && work_.decides(index) && work_.decides(other) &&
               !follows(index, other, shared) && !follows(other, index, shared);
    }

    // Two references agree where one is drawn to match the other, or to match a third that names all of the
    // shared columns: that one agrees with the other, or is refused itself.
    [[nodiscard]] constexpr bool follows(std::size_t follower, std::size_t leader, const column_set& shared) {
        const schema_index via = work_.result.references[follower].via;
        return work_.mode(follower) == reference_mode::matched && via != no_index &&
               (via == leader || shared.within(work_.child_columns(via)));
    }

    // The last reference that disagrees with another one and may be NULL throughout.
    constexpr bool leave_out_one() {
        for (std::size_t index = work_.last(); index-- > work_.first();) {
            const bool open = is_matched_here(index) || work_.mode(index) == reference_mode::drawn;
            bool conflict = false;
            for (std::size_t other = work_.first(); other < work_.last(); ++other) {
                conflict = conflict || disagree(index, other);
            }
            if (conflict && open && work_.leave_out(index)) {
                return true;
            }
        }
        return false;
    }

    Work& work_;
};

} // namespace synth

#endif
