using System.Reflection;
using Pulumi;

namespace PulumiNumbers.Tests.Sdk.Schema;

/// <summary>One input that a class of the SDK declares.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Required">Whether it must be given.</param>
/// <param name="Json">Whether it travels as JSON text.</param>
/// <param name="Property">The property that a program sets.</param>
internal sealed record InputMember(string Name, bool Required, bool Json, PropertyInfo Property)
{
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>The inputs of a class, by name. Attributes sit on the property, or on the field behind it.</summary>
    public static IReadOnlyDictionary<string, InputMember> Of(Type type) => type.GetMembers(Members)
        .Select(member => (member, attribute: member.CustomAttributes.SingleOrDefault(data => data.AttributeType == typeof(InputAttribute))))
        .Where(declared => declared.attribute is not null)
        .Select(declared => Read(type, declared.member, declared.attribute!))
        .ToDictionary(input => input.Name, StringComparer.Ordinal);

    private static InputMember Read(Type type, MemberInfo member, CustomAttributeData attribute)
    {
        var name = (string)attribute.ConstructorArguments[0].Value!;
        var property = member as PropertyInfo ?? type.GetProperty(CheckedInSchema.ClassName(name))!;
        return new InputMember(name, (bool)attribute.ConstructorArguments[1].Value!, (bool)attribute.ConstructorArguments[2].Value!, property);
    }
}
