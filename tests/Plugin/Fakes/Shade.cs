using System.ComponentModel;
using System.Runtime.Serialization;

namespace PulumiNumbers.Tests.Plugin.Fakes;

[Description("How dark a box is.")]
public enum Shade
{
    [Description("Nearly white.")]
    Light,

    [EnumMember(Value = "very-dark")]
    VeryDark,
}
