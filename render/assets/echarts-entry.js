// The parts of Apache ECharts 6.1.0 that the page draws with. echarts.min.js.gz is made of this file; see echarts-NOTICE.txt.
import { getInstanceByDom, init, use } from 'echarts/core';
import { CustomChart, ScatterChart } from 'echarts/charts';
import { DataZoomInsideComponent, DataZoomSliderComponent, GridSimpleComponent } from 'echarts/components';
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers';

use([CustomChart, ScatterChart, GridSimpleComponent, DataZoomInsideComponent, DataZoomSliderComponent, CanvasRenderer, SVGRenderer]);
window.echarts = { init, getInstanceByDom };
