using System.Globalization;
using System.Text;

namespace PulumiNumbers.Benchmarks;

/// <summary>Minimum, median and maximum of each figure, and the ratio of the medians to the first plugin's.</summary>
internal static class Table
{
    public static string Of(IReadOnlyList<Plugin> plugins, IReadOnlyList<Sample> samples)
    {
        var figures = samples.Select(sample => sample.Figure).Distinct().ToList();
        var width = figures.Max(figure => figure.Name.Length + figure.Unit.Length + 2);
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{"".PadRight(width)}  {"plugin",-12} {"min",10} {"median",10} {"max",10} {"ratio",7}");
        foreach (var figure in figures)
        {
            var label = $"{figure.Name}, {figure.Unit}";
            var baseline = Median(Values(samples, plugins[0], figure));
            foreach (var plugin in plugins)
            {
                var values = Values(samples, plugin, figure);
                if (values.Length == 0)
                    continue;
                text.AppendLine(
                    CultureInfo.InvariantCulture,
                    $"{label.PadRight(width)}  {plugin.Name,-12} {values[0],10:0.00} {Median(values),10:0.00} {values[^1],10:0.00} {Median(values) / baseline,7:0.00}");
                label = "";
            }
        }

        return text.ToString();
    }

    private static double[] Values(IReadOnlyList<Sample> samples, Plugin plugin, Figure figure) =>
        [.. samples.Where(sample => sample.Plugin == plugin && sample.Figure == figure).Select(sample => sample.Value).Order()];

    private static double Median(double[] sorted) => sorted.Length == 0 ? double.NaN : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
}
