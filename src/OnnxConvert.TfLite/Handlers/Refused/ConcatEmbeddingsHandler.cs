
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>CONCAT_EMBEDDINGS: a joined lookup in several tables.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.ConcatEmbeddings, Restrictions = "refused: TFLite itself has no kernel for it, and its definition says nothing of the result")]
internal sealed class ConcatEmbeddingsHandler() : RefusedHandler("TFLite itself has no kernel for it, and its definition says nothing of the result");
