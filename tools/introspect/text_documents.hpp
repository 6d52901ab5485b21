// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_TEXT_DOCUMENTS_HPP
#define SYNTH_INTROSPECT_TEXT_DOCUMENTS_HPP

#include "catalog.hpp"

namespace synth::introspect {

/// Columns of text that hold JSON, as a check of PostgreSQL tells that reads them so, `data::jsonb IS NOT
/// NULL`: they are documents from now on, of which the database sees the text. Short columns and those of
/// keys and references stay texts.
void take_documents(catalog& database);

} // namespace synth::introspect

#endif
