using OnnxConvert.TfLite.Handlers;

namespace OnnxConvert;

/// <summary>What only conversions of TFLite models can be asked for.</summary>
public static class TfLiteConversionExtensions
{
    extension(Conversion conversion)
    {
        /// <summary>
        /// Resizes int8 tensors (RESIZE_BILINEAR) as TFLite's reference kernel does, which is what TFLite Micro runs: it places samples
        /// to 1/1024 of an element, and so comes out up to dozens of steps beside the exact value, which is the default and within a
        /// step of TFLite's usual kernels.
        /// </summary>
        /// <returns>A new object; sizes that are not known while converting are resized exactly still.</returns>
        public Conversion WithReferenceResizing() => conversion.Using(new ReferenceResizing());
    }
}
