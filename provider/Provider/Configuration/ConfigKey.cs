using System.Linq.Expressions;
using System.Reflection;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Plugin.Model;

namespace PulumiNumbers.Provider.Configuration;

/// <summary>A configuration key as messages name it.</summary>
/// <param name="Name">The key, without the <c>numbers:</c> in front of it.</param>
/// <param name="Variable">The environment variable that stands in for it.</param>
/// <param name="IsSecret">Whether its value must be kept secret.</param>
internal sealed record ConfigKey(string Name, string? Variable, bool IsSecret)
{
    /// <summary>The command that sets the key.</summary>
    public string Command => IsSecret ? $"pulumi config set numbers:{Name} --secret" : $"pulumi config set numbers:{Name} VALUE";

    /// <summary>Reads what the configuration says of one of its properties.</summary>
    public static ConfigKey Of(Expression<Func<NumbersConfig, object?>> property)
    {
        var member = (PropertyInfo)((MemberExpression)property.Body).Member;
        return new ConfigKey(
            PropertyPath.Of(property).ToString(),
            member.GetCustomAttribute<EnvironmentAttribute>()?.Variables[0],
            member.GetCustomAttribute<PropertyAttribute>()?.Secret ?? false);
    }
}
