#pragma once
#include <stddef.h>
#include <stdint.h>

/// Bytes that were compiled into the program; they live as long as it runs.
typedef struct {
  const uint8_t *_Nonnull bytes;
  size_t count;
} hearsay_resource;

/// English word classes, in the notation of HearsayAnalysis's Lexicon.
hearsay_resource hearsay_lexicon_en(void);

/// Phrases of English page furniture, in the notation of HearsayAnalysis's FurniturePhrases.
hearsay_resource hearsay_furniture_en(void);

/// English time expressions, in the notation of HearsayAnalysis's DateLanguage.
hearsay_resource hearsay_dates_en(void);

/// German time expressions, in the same notation.
hearsay_resource hearsay_dates_de(void);

/// What outlet detection needs of the registry, in the notation of HearsayAnalysis's OutletRegistry.
hearsay_resource hearsay_outlets(void);

/// Words that point to a country, in the same notation.
hearsay_resource hearsay_outlet_places(void);

/// The attribution tagger's weights, in the layout of HearsayAnalysis's AttributionModel; at a
/// multiple of 64 bytes. Empty until they are learnt.
hearsay_resource hearsay_attribution(void);

/// The outlet registry as JSON lines: what it is, its sources, its records.
hearsay_resource hearsay_outlet_facts(void);

/// A file of the folder editor-integration.
typedef struct {
  /// Its path in that folder.
  const char *_Nonnull path;
  /// What it holds.
  hearsay_resource content;
} hearsay_editor_file;

/// How many files for editors there are.
size_t hearsay_editor_file_count(void);

/// One of the files for editors; the index is below hearsay_editor_file_count.
hearsay_editor_file hearsay_editor_file_at(size_t index);

/// The pages about the codes of diagnostics in Markdown, each with a zero byte behind it.
hearsay_resource hearsay_codes(void);
