
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>RANDOM_UNIFORM → RandomUniform, or RandomUniformLike for a computed shape: numbers from 0 to below 1.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.RandomUniform, Restrictions = "other random numbers of the same distribution")]
[OpHandler(TfLiteOps.CustomDomain, "FlexRandomUniform", Restrictions = "other random numbers of the same distribution")]
internal sealed class RandomUniformHandler() : RandomHandler("RandomUniform");
