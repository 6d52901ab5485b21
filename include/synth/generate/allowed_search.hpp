// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_ALLOWED_SEARCH_HPP
#define SYNTH_GENERATE_ALLOWED_SEARCH_HPP

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include <synth/core/interval_set.hpp>
#include <synth/core/lazy_type.hpp>
#include <synth/generate/allowed_values.hpp>
#include <synth/generate/comparison.hpp>
#include <synth/generate/evaluation.hpp>
#include <synth/generate/inversion.hpp>
#include <synth/generate/moment_inversion.hpp>
#include <synth/generate/possible_value.hpp>
#include <synth/generate/square.hpp>
#include <synth/generate/target_places.hpp>
#include <synth/generate/text_numbers.hpp>
#include <synth/generate/text_pieces.hpp>
#include <synth/generate/text_search.hpp>
#include <synth/generate/wanted_truth.hpp>
#include <synth/schema/expression_node.hpp>

namespace synth {

/// Works out what one column may be so that a condition holds, given what is known of the other columns: each
/// comparison is solved for the column, AND intersects, OR unites, NOT asks for the opposite. What it finds
/// is necessary; it is sufficient where the other columns are known and `complete` says so.
template<typename Lazy>
class basic_allowed_search {
public:
    /// `columns` holds what is known of every column, the target included; `constants` are the texts that
    /// the checks compare the target with. Of equal constants the first stands for all.
    constexpr basic_allowed_search(std::span<const expression_node> nodes,
                                   std::span<const possible_value> columns, const pattern_source& patterns,
                                   schema_index target, std::span<const std::string_view> constants,
                                   const text_source& calculated = {})
        : nodes_(nodes), evaluation_(nodes, columns, patterns, calculated), places_(nodes, target),
          texts_(nodes, patterns, constants) {}

    [[nodiscard]] constexpr allowed_values solve(std::size_t node, wanted_truth wanted) const {
        const expression_node& root = nodes_[node];
        if (!places_.holds(node)) {
            return allowed_values::of_truth(evaluation_.at(node), wanted);
        }
        const bool positive = wants_truth(wanted);
        const bool of_conditions = root.size > 1 && nodes_[node - 1].kind == value_kind::boolean;
        switch (root.what) {
        case operation::both:
        case operation::either: {
            const allowed_values left = solve(places_.left_of(node), wanted);
            const allowed_values right = solve(node - 1, wanted);
            if ((root.what == operation::both) == positive) {
                return left & right;
            }
            return places_.is_calculated(node) ? (left | right).estimated()
                                               : left | right; // one may be an error
        }
        case operation::negation:
            return solve(node - 1, opposite(wanted));
        case operation::is_true:
            return solve(node - 1, positive ? wanted_truth::is_true : wanted_truth::not_true);
        case operation::is_null:
            return solve_null(node - 1, positive);
        case operation::column: // a boolean one
            return allowed_values::in({positive ? 1 : 0, positive ? 1 : 0}, takes_unknown(wanted));
        case operation::coalesce: { // of conditions
            const allowed_values first =
                solve(places_.left_of(node), positive ? wanted_truth::is_true : wanted_truth::is_false);
            return first | (solve_null(places_.left_of(node), true) & solve(node - 1, wanted));
        }
        case operation::is_distinct:
            return of_conditions ? solve_difference(node, positive) : solve_distinct(node, positive);
        case operation::starts_with:
            return solve_beginning(node, wanted);
        case operation::equal:
        case operation::unequal:
            return of_conditions ? solve_equivalence(node, wanted, root.what == operation::equal)
                                 : solve_comparison(node, root.what, wanted);
        default:
            return root.what <= operation::greater_equal ? solve_comparison(node, root.what, wanted)
                                                         : solve_match(node, wanted);
        }
    }

private:
    // Of what is not solved but must not be NULL.
    [[nodiscard]] constexpr allowed_values with_value(std::size_t node, bool or_null) const {
        return or_null ? allowed_values::undecided() : solve_null(node, false).estimated();
    }

    [[nodiscard]] constexpr allowed_values solve_null(std::size_t node, bool null) const {
        if (!places_.holds(node)) {
            const possible_value value = evaluation_.at(node);
            return allowed_values::of_truth(
                possible_value::truth(value.may_be_null, value.may_be_value, false),
                null ? wanted_truth::is_true : wanted_truth::is_false);
        }
        const allowed_values found = null_inside(node, null);
        return places_.is_calculated(node) ? found.estimated() : found; // it may be an error
    }

    [[nodiscard]] constexpr allowed_values null_inside(std::size_t node, bool null) const {
        const expression_node& root = nodes_[node];
        switch (root.what) {
        case operation::column:
            return allowed_values::of_null(null, is_whole(root));
        case operation::is_null:
        case operation::is_true:
        case operation::is_distinct:
            return null ? allowed_values::nothing() : allowed_values::everything();
        case operation::both:
        case operation::either:
            return null ? solve(node, wanted_truth::not_true) & solve(node, wanted_truth::not_false)
                        : solve(node, wanted_truth::is_true) | solve(node, wanted_truth::is_false);
        default:
            break;
        }
        allowed_values last = solve_null(node - 1, null);
        if (nodes_[node - 1].size + 1U == root.size) {
            return last; // the only operand
        }
        // NULL makes NULL, but for coalesce, where all must be.
        const allowed_values first = solve_null(places_.left_of(node), null);
        return (root.what == operation::coalesce) == null ? first & last : first | last;
    }

    // (a) = (b) of conditions: both true, or both false.
    [[nodiscard]] constexpr allowed_values solve_equivalence(std::size_t node, wanted_truth wanted,
                                                             bool equal) const {
        const bool same = equal == wants_truth(wanted);
        const wanted_truth yes = takes_unknown(wanted) ? wanted_truth::not_false : wanted_truth::is_true;
        const wanted_truth no = takes_unknown(wanted) ? wanted_truth::not_true : wanted_truth::is_false;
        const std::size_t left = places_.left_of(node);
        return (solve(left, yes) & solve(node - 1, same ? yes : no)) |
               (solve(left, no) & solve(node - 1, same ? no : yes));
    }

    // IS DISTINCT FROM of conditions, where unknown is a third truth.
    [[nodiscard]] constexpr allowed_values solve_difference(std::size_t node, bool distinct) const {
        const std::size_t left = places_.left_of(node);
        return (solve(left, wanted_truth::is_true) &
                solve(node - 1, distinct ? wanted_truth::not_true : wanted_truth::is_true)) |
               (solve(left, wanted_truth::is_false) &
                solve(node - 1, distinct ? wanted_truth::not_false : wanted_truth::is_false)) |
               (solve_null(left, true) & solve_null(node - 1, !distinct));
    }

    [[nodiscard]] constexpr allowed_values solve_distinct(std::size_t node, bool distinct) const {
        const target_places::sides side = places_.sides_of(node);
        if (side.both) {
            return allowed_values::undecided();
        }
        const possible_value other = evaluation_.at(side.theirs);
        allowed_values beside_null =
            other.may_be_null ? solve_null(side.mine, !distinct) : allowed_values::nothing();
        if (!other.may_be_value) {
            return beside_null;
        }
        const operation what = distinct ? operation::unequal : operation::equal;
        const allowed_values compared = beside_null | solve_comparison(node, what, wanted_truth::is_true);
        return distinct ? compared | solve_null(side.mine, true) : compared;
    }

    // Where the other operand is NULL, has no value or has the column too, nothing is calculated.
    using settlement = detail::lazily<std::optional<allowed_values>, Lazy>;
    [[nodiscard]] constexpr settlement settled_by(const target_places::sides& side,
                                                  const possible_value& other, bool or_null) const {
        if (side.both) {
            return with_value(side.mine, or_null);
        }
        if (or_null && other.may_be_null) { // a sum may still run over
            const bool plain = !other.may_be_value && nodes_[side.mine].size == 1;
            return plain ? allowed_values::everything() : allowed_values::undecided();
        }
        return other.may_be_value ? settlement{} : settlement{allowed_values::nothing()};
    }

    [[nodiscard]] constexpr allowed_values solve_comparison(std::size_t node, operation what,
                                                            wanted_truth wanted) const {
        const target_places::sides side = places_.sides_of(node);
        const bool or_null = takes_unknown(wanted);
        what = wants_truth(wanted) ? what : contrary(what);
        if (const auto cut = side.both ? places_.cut_in(node) : target_places::cut_moment{}) {
            const interval_set behind = numbers_beside(cut.left ? mirrored(what) : what, {0, 0});
            const expression_node& moment = nodes_[cut.moment];
            return invert(cut.moment, moments_behind_start<Lazy>(nodes_[cut.start].what, moment.kind, behind),
                          or_null);
        }
        const possible_value other = side.both ? possible_value{} : evaluation_.at(side.theirs);
        if (const auto settled = settled_by(side, other, or_null)) {
            return *settled;
        }
        const expression_node& mine = nodes_[side.mine];
        const expression_node& theirs = nodes_[side.theirs];
        what = side.left ? what : mirrored(what);
        if (mine.kind == value_kind::text && texts_.solves(side.mine)) {
            return texts_.solve_comparison(side.mine, what, other, or_null);
        }
        if (mine.kind == value_kind::text && what == operation::equal && other.text_known) {
            return solve_text(side.mine, other, or_null);
        }
        if (mine.kind == value_kind::other || mine.kind == value_kind::text) {
            return with_value(side.mine, or_null);
        }
        const bool long_quotient = places_.has_long_quotient(side.mine);
        return invert(side.mine, numbers_compared<Lazy>(what, mine, theirs, other, long_quotient), or_null);
    }

    // What the column may be so that a text made of it is a known one.
    [[nodiscard]] constexpr allowed_values solve_text(std::size_t node, const possible_value& wanted,
                                                      bool or_null) const {
        if (wanted.letters != letter_case::kept) {
            return with_value(node, or_null);
        }
        const text_piece mine = piece_of(nodes_, places_, evaluation_, node, wanted.text);
        if (mine.what != text_piece::outcome::found) {
            return mine.what == text_piece::outcome::impossible ? allowed_values::nothing()
                                                                : with_value(node, or_null);
        }
        if (texts_.solves(mine.node)) {
            return texts_
                .solve_comparison(mine.node, operation::equal, possible_value::of(mine.text), or_null)
                .estimated();
        }
        const expression_node& number = nodes_[mine.node - 1];
        if (nodes_[mine.node].what != operation::as_text || number.kind != value_kind::number ||
            number.real) {
            return with_value(node, or_null);
        }
        const std::optional<int128> read = number_in(mine.text, number.scale);
        return read ? invert(mine.node - 1, {*read, *read}, or_null).estimated() : allowed_values::nothing();
    }

    // A text begins with the other one, or is the beginning of it.
    [[nodiscard]] constexpr allowed_values solve_beginning(std::size_t node, wanted_truth wanted) const {
        const target_places::sides side = places_.sides_of(node);
        const bool or_null = takes_unknown(wanted);
        const possible_value other = side.both ? possible_value{} : evaluation_.at(side.theirs);
        if (const auto settled = settled_by(side, other, or_null)) {
            return *settled;
        }
        allowed_values result = with_value(side.mine, or_null);
        const bool known = other.text_known && other.letters == letter_case::kept;
        if (known && wants_truth(wanted) && nodes_[side.mine].what == operation::column) {
            (side.left ? result.beginning : result.begun) = other.text;
        }
        return result;
    }

    [[nodiscard]] constexpr allowed_values solve_match(std::size_t node, wanted_truth wanted) const {
        const std::size_t subject = places_.left_of(node);
        return nodes_[node - 1].what == operation::constant && texts_.solves(subject)
                   ? texts_.solve_match(node, subject, wants_truth(wanted), takes_unknown(wanted))
                   : with_value(subject, takes_unknown(wanted));
    }

    // What the column may be so that the value of a node is in the set, or NULL where that will do.
    [[nodiscard]] constexpr allowed_values invert(std::size_t node, const interval_set& set,
                                                  bool or_null) const {
        const expression_node& root = nodes_[node];
        switch (root.what) {
        case operation::column: // of a range's bounds only that they can be
            return allowed_values::in(is_whole(root) || set.empty() ? set : interval_set::all(), or_null);
        case operation::negate:
            return invert(node - 1, within_room(set, root).negated(), or_null);
        case operation::absolute: {
            const interval_set sizes = within_room(set, root) & interval_set{0, no_upper_bound};
            return invert(node - 1, sizes.negated() | sizes, or_null);
        }
        case operation::as_number:
            return nodes_[node - 1].kind == value_kind::number ? invert(node - 1, set, or_null)
                                                               : invert_truth(node - 1, set, or_null);
        case operation::coalesce:
            return invert_coalesce(node, set, or_null);
        case operation::cardinality:
            return invert(node - 1, set & interval_set{0, no_upper_bound}, or_null);
        case operation::length:
        case operation::octet_length:
            return texts_.solves(node - 1) ? texts_.solve_length(node, set, or_null)
                                           : with_value(node, or_null);
        default:
            break;
        }
        if (is_moment_part(root.what)) {
            return places_.may_have_months(node - 1)
                       ? with_value(node - 1, or_null)
                       : invert(node - 1, moments_of_part<Lazy>(root, nodes_[node - 1], set), or_null);
        }
        return root.what <= operation::rounded ? invert_arithmetic(node, set, or_null)
                                               : invert_truth(node, set, or_null);
    }

    [[nodiscard]] constexpr allowed_values invert_truth(std::size_t node, const interval_set& set,
                                                        bool or_null) const {
        const allowed_values none = allowed_values::nothing();
        const allowed_values one = set.contains(1) ? solve(node, wanted_truth::is_true) : none;
        const allowed_values zero = set.contains(0) ? solve(node, wanted_truth::is_false) : none;
        const allowed_values either = or_null ? one | zero | solve_null(node, true) : one | zero;
        return set.exact() ? either : either.estimated();
    }

    [[nodiscard]] constexpr allowed_values invert_arithmetic(std::size_t node, const interval_set& set,
                                                             bool or_null) const {
        const expression_node& root = nodes_[node];
        if (places_.has_square(node)) {
            const interval_set roots = roots_of(within_room(set, root));
            return invert(node - 1, root.real ? roots.estimated() : roots, or_null);
        }
        const target_places::sides side = places_.sides_of(node);
        const possible_value other = side.both ? possible_value{} : evaluation_.at(side.theirs);
        if (const auto settled = settled_by(side, other, or_null)) {
            return *settled;
        }
        const basic_inversion<Lazy> inverse{root,  nodes_[side.mine], nodes_[side.theirs],
                                            other, side.left,         places_.has_long_quotient(side.mine)};
        return invert(side.mine, inverse.of(within_room(set, root)), or_null);
    }

    // A value of the first operand, or NULL there and a value of the second.
    [[nodiscard]] constexpr allowed_values invert_coalesce(std::size_t node, const interval_set& set,
                                                           bool or_null) const {
        const std::size_t left = places_.left_of(node);
        return reach(left, node, set, false) | (solve_null(left, true) & reach(node - 1, node, set, or_null));
    }

    [[nodiscard]] constexpr allowed_values reach(std::size_t operand, std::size_t node,
                                                 const interval_set& set, bool or_null) const {
        const expression_node& root = nodes_[node];
        const interval_set own = in_units_of<Lazy>(nodes_[operand], set, root.kind, root.scale,
                                                   places_.has_long_quotient(operand));
        if (places_.holds(operand)) {
            return invert(operand, own, or_null);
        }
        const possible_value value = evaluation_.at(operand);
        const bool inside = value.may_be_value && !(own & interval_set{value.low, value.high}).empty();
        if (!inside && !(or_null && value.may_be_null)) {
            return allowed_values::nothing();
        }
        return value.known() && own.exact() ? allowed_values::everything() : allowed_values::undecided();
    }

    std::span<const expression_node> nodes_;
    evaluation evaluation_;
    target_places places_;
    basic_text_search<Lazy> texts_;
};

/// A template only so that a program without checks does not pay for it (core/lazy_type.hpp).
using allowed_search = basic_allowed_search<void>;

} // namespace synth

#endif
