
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>RANDOM_STANDARD_NORMAL → RandomNormal, or RandomNormalLike for a computed shape: mean 0, standard deviation 1.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.RandomStandardNormal, Restrictions = "other random numbers of the same distribution")]
[OpHandler(TfLiteOps.CustomDomain, "FlexRandomStandardNormal", Restrictions = "other random numbers of the same distribution")]
internal sealed class RandomStandardNormalHandler() : RandomHandler("RandomNormal");
