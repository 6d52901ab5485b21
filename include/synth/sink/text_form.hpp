// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SINK_TEXT_FORM_HPP
#define SYNTH_SINK_TEXT_FORM_HPP

#include <synth/schema/column_type.hpp>
#include <synth/sink/array_text.hpp>
#include <synth/sink/composite_text.hpp>
#include <synth/sink/float_text.hpp>
#include <synth/sink/form.hpp>
#include <synth/sink/network_text.hpp>
#include <synth/sink/number_text.hpp>
#include <synth/sink/range_text.hpp>
#include <synth/sink/string_text.hpp>
#include <synth/sink/temporal_text.hpp>

namespace synth {

/// Whether the text of a type has a bound that does not depend on the value: `has_fixed_text<date>`.
template<column_type Type>
inline constexpr bool has_fixed_text = text_form<value_type_of<Type>>::fixed_bound != 0;

} // namespace synth

#endif
