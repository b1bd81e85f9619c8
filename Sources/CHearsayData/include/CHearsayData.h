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
